"""What is asked of the machine: other processes."""
