"""Answers to questions: who held a post, how many, when, what became of a unit, what a paper is.

Made from the archive by the rules that the pages are made by, so that a card says what they say:
`posts`, `figures`, `events` and `papers` make records of plain data, `names` says how organizations
are called, `shards` packs all of them under keys. The browser's half is in
`overrides/assets/javascripts/answer*.js`: it understands a question, fetches the records that it
needs and lays the card.
"""
