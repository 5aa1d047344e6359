"""Answers to questions: holders of posts, numbers, dates, changes of units, documents, terms.

They are made from the archive by the same rules as the pages, so both agree. `posts`, `figures`,
`events` and `documents` make records of plain data, `names` lists the names of organizations,
`shards` packs all of them by key. The browser's half is in
`overrides/assets/javascripts/answer*.js`: it parses a question, fetches the records that it
needs and shows the answer card.
"""
