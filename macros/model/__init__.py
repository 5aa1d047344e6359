"""The records of data/: strict and immutable, each with its position in a file.

The records of `<name>.yml`, or of the folder `<name>/`, are in `<name>.py`; `codes` has all closed
lists, `scalars` the types of values, `base` what all records share.
"""
