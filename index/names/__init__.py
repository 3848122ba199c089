"""Reading one name: its parts, what kind of thing bears it, its offices."""
