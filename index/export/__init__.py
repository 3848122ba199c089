"""What is taken along of an answer or a timeline: citations, tables, plain words; for every face."""
