"""What the site costs to build, to preview and to visit, next to its peers: `make bench`."""
