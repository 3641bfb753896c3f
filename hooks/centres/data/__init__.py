"""Read and check the folder data/: its records, rules about them, and figures counted from them."""
