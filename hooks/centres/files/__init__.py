"""Text on disk: read with positions, refused with a problem, edited byte by byte.

Nothing here knows what a centre is.
"""
