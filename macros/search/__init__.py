"""The search index: sections of the built pages, their words, and the files of the index.

`write.index_site` does all of it. The browser's half is in
`overrides/assets/javascripts/search*.js`; the two meet in the tokens (`tokens.py`,
`search-text.js`) and in the layout of the files (`write.py` and `search-index.js`, `postings.py`
and `search-terms.js`).
"""
