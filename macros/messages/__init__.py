"""Messages to editors: problems with position and remedy, suggestions, lines of output."""
