"""The book: one volume per organization and a collected one, as PDF and EPUB.

It uses the same chapters, data, components and `expand` as the site. The differences are the
targets of links (`linker`), citations as footnotes (`notes`), and the sections before and after the
chapters (`matter`, `appendices`). A component that looks different on paper has a twin of the same
name in `overrides/book/components/`; elements with ``data-edition="screen"`` are left out of the
book.

`plan` says what stands in a volume, `compose` makes it, `pdf` and `epub` write it, `build` runs
one process a volume, `finishing` makes what a press and the readers of a draft get.
"""
