"""The app beside a minimal one: cold start, a key, a search, with small and large stores."""

import asyncio
import statistics
import sys
import time
from pathlib import Path

from briefing.store.connect import connect
from tests.benchmarks.stores import make_store
from tests.benchmarks.terminal import Terminal

STORES = (10_000, 300_000)
STARTS = 9
KEYS = 40
WORDS = ("kalo", "the of", "mertin", "will be on")
MINIMAL = [sys.executable, "-m", "tests.benchmarks.minimal"]


def main(folder: Path) -> None:
    stores = {count: make_store(folder / f"{count}.db", count) for count in STORES}
    starts = _starts(stores)
    least = statistics.median(starts[0])
    print(f"minimal app: first paint after {least * 1000:.0f} ms (median of {STARTS})")
    for count, path in stores.items():
        median = statistics.median(starts[count])
        print(
            f"{count:,} quotes: first rows after {median * 1000:.0f} ms, {median / least:.2f} times"
            " the minimal app"
        )
        keys, memory = _keys(path)
        print(
            f"  a key repaints in {statistics.median(keys) * 1000:.1f} ms"
            f" (median; slowest {max(keys) * 1000:.0f}), {memory:.0f} MB held"
        )
        found = asyncio.run(_searches(path))
        print(
            f"  search as you type answers in {statistics.median(found) * 1000:.0f} ms"
            f" (median; slowest {max(found) * 1000:.0f}) over {len(found)} letters"
        )


def _starts(stores: dict[int, Path]) -> dict[int, list[float]]:
    """Seconds to the first rows, the programs taking turns; the first round is left out."""
    taken: dict[int, list[float]] = {0: [], **{count: [] for count in stores}}
    for number in range(STARTS + 1):
        rounds = {0: _start(MINIMAL, b"Painted")}
        for count, path in stores.items():
            rounds[count] = _start(_briefing(path), _first_words(path))
        for count, seconds in rounds.items() if number else ():
            taken[count].append(seconds)
    return taken


def _start(command: list[str], words: bytes) -> float:
    terminal = Terminal(command)
    seconds = terminal.wait_for(words)
    terminal.close()
    return seconds


def _briefing(path: Path) -> list[str]:
    return [sys.executable, "-m", "briefing", "--db", str(path)]


def _first_words(path: Path) -> bytes:
    """The first words of the newest story."""
    db = connect(path)
    row = db.execute("SELECT title FROM stories ORDER BY sort_key DESC LIMIT 1").fetchone()
    db.close()
    return " ".join(row["title"].split()[:2]).encode()


def _keys(path: Path) -> tuple[list[float], float]:
    """Seconds to repaint for each of a row of keys, and the MB held after them."""
    terminal = Terminal(_briefing(path))
    terminal.wait_for(_first_words(path))
    terminal.settle()
    taken = [terminal.press("j") for _ in range(KEYS // 2)]
    terminal.press("3")
    taken += [terminal.press("j") for _ in range(KEYS // 2)]
    memory = terminal.memory_mb()
    terminal.close()
    return taken, memory


async def _searches(path: Path) -> list[float]:
    """Seconds from each letter until the quotes that answer are in their pane."""
    from briefing.ui.app import BriefingApp
    from briefing.ui.screens.main import MainScreen

    taken = []
    app = BriefingApp(path, connect(path))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        screen = app.screen
        assert isinstance(screen, MainScreen)
        quotes = screen.panes.rows("quotes")
        for words in WORDS:
            await pilot.press(*["backspace"] * 20)
            await pilot.pause(0.3)
            for letter in words:
                typed = (quotes.query_words + letter).strip()
                begun = time.perf_counter()
                app.simulate_key("space" if letter == " " else letter)
                while quotes.query_words.strip() != typed and letter != " ":
                    await asyncio.sleep(0.0005)
                if letter != " ":
                    taken.append(time.perf_counter() - begun)
                await pilot.pause(0.05)
    return taken
