"""The language of the articles and questions: every English list of words once."""
