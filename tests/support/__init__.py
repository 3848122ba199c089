"""What the tests stand on: a local Discord and canned archives."""
