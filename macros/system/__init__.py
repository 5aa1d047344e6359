"""The machine: worker processes, git, the folder of the program."""
