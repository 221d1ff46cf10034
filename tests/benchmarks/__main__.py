"""``python -m tests.benchmarks``: what syncing, the app and the engine cost, printed as it is measured."""

from pathlib import Path

from tests.benchmarks import app, engine, syncing
from tests.demo_texts import demo_texts

FOLDER = Path(".bench")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    syncing.main(FOLDER)
    app.main(FOLDER)
    engine.main(demo_texts() * 5)


if __name__ == "__main__":
    main()
