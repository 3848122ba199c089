"""Texts to vectors, and pairs of question and passage to scores; every backend behind one small protocol."""
