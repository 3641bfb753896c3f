"""Measure what building, previewing and visiting the site cost, next to its peers: `make bench`."""
