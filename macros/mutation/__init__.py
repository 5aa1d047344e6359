"""How strict the check is: every value of the data is corrupted in turn, and the check asked.

`typed_values` finds the values, `corruptions` makes wrong ones of them, `trial` asks whether the
check refuses them, `floors` says which share must be refused (floors.toml), `report` prints it all.
"""
