"""The words for facts: what a figure, a post, a change is called in a sentence."""
