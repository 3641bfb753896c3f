"""The values and the HTML of every page."""
