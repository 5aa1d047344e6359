"""The book: one volume an organization and one of all, as PDF and EPUB.

The same chapters, data and components as the site's go through the same `expand`; what differs
is where links lead (`linker`), that citations stand at the foot of the page (`notes`), and what
a book has before and after its chapters (`matter`, `appendices`). A component that looks
different on paper has a twin of its name in `overrides/book/components/`; what it marks
``data-edition="screen"`` stays out of the book.

`plan` says what stands in a volume, `compose` makes it, `paper` and `epub` write it, `press`
runs one process a volume.
"""
