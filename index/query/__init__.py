"""What a question asks: question -> Query."""
