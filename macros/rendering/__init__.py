"""From a view to HTML and pictures: templates, drawings, the widths of text."""
