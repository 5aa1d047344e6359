"""The address of each thing on the site that can be linked to."""
