"""Reading the files that editors write: strictly, with every place kept and every fault told."""
