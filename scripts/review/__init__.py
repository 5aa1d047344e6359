"""The answer to a pull request: errors on their lines, the change in words, a comment."""
