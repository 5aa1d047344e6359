"""Facts in words: how a figure, a post or a change is worded in a sentence."""
