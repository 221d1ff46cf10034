"""Make the shipped list of given names that tell a pronoun (``reading/given_names.txt.gz``).

    python -m briefing.training.given_names NAME_DATA.json

NAME_DATA.json is the table of the package nomquamgender 0.1.4 (Ian Van Buskirk, MIT License): for
each name without accents the number of lists it was counted in, of people, and the share of women.
"""

import gzip
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import briefing.reading

LISTS, PEOPLE = 5, 40
"""The fewest lists and people a name must have been counted in."""
FEW = 0.05
"""The largest share of bearers who go by the other pronoun."""


def chosen(table: Mapping[str, Sequence[float]]) -> tuple[list[str], list[str]]:
    """The names of men and of women, in order."""
    known = {
        name: row[2]
        for name, row in table.items()
        if name.isalpha() and len(name) > 1 and row[0] >= LISTS and row[1] >= PEOPLE
    }
    men = sorted(name for name, share in known.items() if share <= FEW)
    return men, sorted(name for name, share in known.items() if share >= 1 - FEW)


def write(men: Sequence[str], women: Sequence[str], path: Path) -> None:
    """Write both to a line each, the same bytes for the same names."""
    path.write_bytes(gzip.compress(f"{' '.join(men)}\n{' '.join(women)}\n".encode(), 9, mtime=0))


if __name__ == "__main__":
    folder = Path(briefing.reading.__path__[0])
    write(*chosen(json.loads(Path(sys.argv[1]).read_text("utf-8"))), folder / "given_names.txt.gz")
