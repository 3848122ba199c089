"""From stored articles to a generation: analyse, embed, index. Every step resumes where it was stopped."""
