"""The archive in a browser and for other programs: pages, a JSON API, feeds, and tools for assistants. Reads only."""
