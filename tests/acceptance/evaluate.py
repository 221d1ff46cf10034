"""Scores the engine on annotated data: ``python -m tests.acceptance.evaluate FOLDER``.

The folder holds ``quotes/polnear_dev.jsonl`` with its scorer. Prints the scorer's own lines, and the
words read in a CPU second by the whole engine, start included.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path


def main(folder: Path) -> int:
    gold = folder / "quotes" / "polnear_dev.jsonl"
    scorer = folder / "quotes" / "score_quotes.py"
    if not gold.is_file() or not scorer.is_file():
        print(f"nothing is scored: {folder} holds no quotes/polnear_dev.jsonl with its scorer")
        return 0
    texts = [json.loads(line)["text"] for line in gold.read_text(encoding="utf-8").splitlines()]
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        used = _extract(gold, predicted)
        rows = predicted.read_text(encoding="utf-8").splitlines()
        print(f"articles {len(texts)}, lost {len(texts) - len(rows)}")
        print(f"words {words}, CPU seconds {used:.1f}, words a CPU second {words / used:.0f}")
        return subprocess.run([sys.executable, scorer, gold, predicted], check=False).returncode


def _extract(gold: Path, predicted: Path) -> float:
    """Run the engine over the texts; the CPU seconds it used."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with predicted.open("wb") as out:
        command = [sys.executable, "-m", "briefing", "extract", "--jsonl", str(gold)]
        subprocess.run(command, stdout=out, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
