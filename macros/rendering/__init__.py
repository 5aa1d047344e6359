"""From a view to HTML and pictures: templates, charts, the widths of text."""
