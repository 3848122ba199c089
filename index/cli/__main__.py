"""`python -m index.cli`; in a folder that has an `index.py`, `python -m onrecord`."""

from onrecord import main

main()
