"""All pages together, as files for a host."""
