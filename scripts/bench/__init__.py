"""The benchmark: fabricated sites of any size, and what it takes to build them."""
