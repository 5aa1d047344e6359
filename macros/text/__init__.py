"""Vietnamese text and numbers: order, slugs, spelling, the words for quantities."""
