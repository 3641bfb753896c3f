"""Make a built site ready for a host: compressed copies, checksums, the swap with the last one."""
