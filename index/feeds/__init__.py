"""Following feeds and folders: what is new goes the ordinary way into the archive."""
