"""Code that is less plain than it could be, for the sake of time or memory; each says how much."""
