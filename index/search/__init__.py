"""Question -> answer: interpret, retrieve, rank, fold, decline."""
