"""`make site` and `make serve`: the whole site built in a folder of its own, then published."""
