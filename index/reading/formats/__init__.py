"""One short module a format; `index/reading/registry.py` knows them all."""
