"""The book of speakers across the archive."""
