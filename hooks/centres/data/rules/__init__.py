"""Rules about records of one kind: each is a function from the text of a file to problems."""
