"""The library: an archive of articles that can be asked who said what."""
