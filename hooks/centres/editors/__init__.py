"""What `centres …` does for editors and translators."""
