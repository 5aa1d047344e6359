"""Further versions of a finished volume: for readers of a draft, a press, an archive.

They are made from the finished PDF, so that all versions of a volume have the same pages and lines
and nothing is laid out again. `streams` walks the painting operators, `colours` converts colours
to a press's inks, `pdf_x` makes PDF/X-4, `pdf_a` PDF/A-2a, `draft` the sheets of a draft,
`jacket` the cover, and `preflight` checks files as a press would.
"""
