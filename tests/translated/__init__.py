"""Make languages of the Swedish: what is text is changed, and all else stays."""
