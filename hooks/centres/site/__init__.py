"""Put all pages together as one site, and write them as files for a host."""
