"""The only place that knows MkDocs and mkdocs-macros."""
