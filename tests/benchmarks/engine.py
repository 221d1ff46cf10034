"""How fast the engine reads, and what it holds, on the demo edition's own articles."""

import subprocess
import sys

SCRIPT = """
import resource, sys, time
begun = time.process_time()
from briefing.reading.engine import read, warm
warm()
ready = time.process_time() - begun
texts = sys.stdin.read().split("\\f")
words = sum(len(text.split()) for text in texts)
begun = time.process_time()
for text in texts:
    read(text)
used = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
print(f"engine: ready after {ready:.1f} CPU s, {words / used:,.0f} words a CPU second, {peak:.0f} MB")
"""


def main(texts: list[str]) -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], input="\f".join(texts), text=True, check=True)
