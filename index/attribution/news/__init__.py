"""Who said what in prose: quotes -> tagger -> contents -> link -> entities -> coreference."""
