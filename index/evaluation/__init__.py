"""Quality, measured: of answers against questions with gold passages, and of statements against gold labels."""
