"""What is wrong with the site as built."""
