"""What the folder content/ says: prose in Markdown, checked, and made into safe HTML."""
