"""What each language brings: words that code compares with, and those that raise a card."""
