"""The only room that knows MkDocs and mkdocs-macros."""
