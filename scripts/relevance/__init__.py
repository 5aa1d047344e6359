"""How well the search answers lists of queries: rates by group, peers beside it, fitted weights."""
