"""What things cost, side by side in one run: `python -m benchmarks`, or `python -m benchmarks path cold` for some.

Every table has a column of ratios. Milliseconds depend on the machine and on what else it does; a ratio within one run
depends on them far less, and is what the documentation quotes.
"""
