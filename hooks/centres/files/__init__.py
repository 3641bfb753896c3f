"""Files that people edit: read as text with positions, and changed without touching other bytes.

What cannot be used becomes a Problem with its line. Nothing here knows what a centre is.
"""
