"""How an answer is told to programs and people, the same by every face: its JSON, its sentences, what changed."""
