"""What a contribution may bring: every path of docs/ and data/ is admitted or refused by name."""
