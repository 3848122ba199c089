"""SQLite is the truth; generations of vectors and words are derived from it and can be rebuilt at any time."""
