"""Article text -> sentences and passages, with exact offsets."""
