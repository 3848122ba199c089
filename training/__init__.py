"""Training of the attribution weights; not part of the installed package. See docs/attribution.md."""
