"""A whole project: its data, chapters and everything wrong in them."""
