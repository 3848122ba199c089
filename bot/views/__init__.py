"""Pure functions from the library's answers to Discord layouts, in one visual language."""
