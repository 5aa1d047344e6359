"""The benchmark: builds fabricated sites of any size and measures time and memory."""
