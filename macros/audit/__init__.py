"""The audit: checks of the built site."""
