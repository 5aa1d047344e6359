"""A whole project: settings, navigation, and the check of its data and chapters."""
