"""Pure functions from what the archive gives to what pages show."""
