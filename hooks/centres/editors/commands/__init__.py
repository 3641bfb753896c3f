"""A module for each command, by its name: its `HELP`, and `run`, which returns the exit status."""
