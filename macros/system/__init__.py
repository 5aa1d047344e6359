"""What is asked of the machine: other processes, and where the program lies."""
