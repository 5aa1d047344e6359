"""What is checked of the archive as a whole: a table of small functions."""
