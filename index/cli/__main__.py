"""`python -m index.cli`."""

from index.cli import main

main()
