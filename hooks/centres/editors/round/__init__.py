"""The round: a letter that asks, and an answer that is read and written."""
