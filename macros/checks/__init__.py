"""The checks of the archive as a whole: a table of small functions, one per rule."""
