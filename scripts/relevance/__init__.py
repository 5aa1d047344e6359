"""How well the search answers lists of queries: rates by group, other engines, fitted weights."""
