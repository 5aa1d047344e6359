"""What becomes of a volume's pages once they are set: for readers of a draft, a press, an archive.

All of it works on the finished PDF, so that every edition of a volume has the same pages and lines,
and none is laid out again. `streams` walks what is painted, `colours` prints it with a press's
inks, `exchange` makes PDF/X-4, `archival` PDF/A-2a, `proof` the sheets of a draft, `jacket` the
cover around the pages, and `preflight` reads files back and tells what a press will ask.
"""
