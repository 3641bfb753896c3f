"""What editors and translators do with the `centres` command; `commands` has a module for each."""
