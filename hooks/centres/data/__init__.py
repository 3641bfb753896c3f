"""What the folder data/ says: records, the rules about them, and what can be counted of them."""
