"""The search index: sections read from the built pages, their words, and the files that hold them.

`write.index_site` is the whole of it. The browser's half is in
`overrides/assets/javascripts/search*.js`; the two meet in the tokens (`tokens.py`,
`search-text.js`) and in the layout of the files (`write.py` and `search-index.js`, `postings.py`
and `search-terms.js`).
"""
