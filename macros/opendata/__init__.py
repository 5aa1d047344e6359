"""The archive as open data: Popolo JSON, CSV tables and the package that describes them."""
