"""Memory that is freed goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

_KEEPS = """
import sys
from index.heap import give_back, hold_little

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096

if sys.argv[1] == "little":
    hold_little()
first = bytearray(24_000_000)
del first  # glibc takes blocks of up to this size from its own heap from now on
blocks = [bytearray(1_000_000) for _ in range(100)]
top = bytearray(100_000)  # stays above them: else the heap may end at the last one, and is cut there when it is freed
pins = []
before = resident()
for at in range(100):
    blocks[at] = None
    pins.append(bytearray(100_000))
print(before - resident())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc alone can be told")
def test_large_blocks_go_back_at_once() -> None:
    def given_back(how: str) -> int:
        done = subprocess.run([sys.executable, "-c", _KEEPS, how], capture_output=True, text=True, check=True)
        return int(done.stdout)

    assert given_back("little") > 80_000_000
    assert given_back("little") > given_back("as usual") + 10_000_000
