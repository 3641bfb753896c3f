"""From a page's values to a whole HTML document: templates, frame, style, script and policy."""
