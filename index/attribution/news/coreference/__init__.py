"""Which person a mention stands for: names, roles, descriptions, pronouns."""
