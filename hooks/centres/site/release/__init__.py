"""A built site made ready for a host: compressed copies, checksums, the swap with the last one."""
