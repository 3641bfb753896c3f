"""Things that happen to centres: what each command asks, shows and writes."""
