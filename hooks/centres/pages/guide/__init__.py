"""The guide for municipalities: its prose as one book, its tables, its pages of municipalities."""
