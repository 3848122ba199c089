"""Who speaks in a transcript: detect -> marks -> labels -> turns, and speeches."""
