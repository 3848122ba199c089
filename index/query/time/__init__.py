"""The one grammar of dates: what words about time mean on a given day."""
