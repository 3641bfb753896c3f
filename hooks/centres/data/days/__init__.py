"""The days in the data: what holds when, what comes, and what does not fit."""
