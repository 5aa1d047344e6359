"""What stands around a page: when it changed, how it is cited, what machines are told of it."""
