"""Who said what: article text -> statements with speakers."""
