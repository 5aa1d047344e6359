"""The metadata of a page: when it changed, how it is cited, linked data, its share picture."""
