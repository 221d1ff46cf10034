"""The words of a text and the runs of capitals in it that may be names."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from briefing.kinds import Span
from briefing.reading.wordlist import wordlist

PARTICLES = wordlist(
    """
    van von der den de del della di da das do dos du la le los las bin ibn bint binti al el ter
    ten te zu zur af av op y und st 't ’t
    """
) | {"in 't", "in ’t"}
"""Lower-case words within a name ("Robin van Halm")."""

SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI", "XXIII"])

DOTTED = wordlist(
    """
    Sen Sens Rep Reps Gov Govs Gen Lt Col Capt Cmdr Sgt Maj Adm Cpl Pvt Brig Dr Drs Mr Mrs Ms Mx
    Prof Rev Hon Fr Sr Jr St Supt Det Insp Pres Amb Atty Asst Pte Messrs Mme Fmr Chas Wm Thos
    Geo
    """
)
"""Abbreviations after which a full stop ends no sentence."""

_WORD = re.compile(
    r"(?:(?<= )in )?(?<!\w)['’]t(?= [A-ZÀ-Þ])"
    r"|(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"
    r"|(?<!\w['’ʼ])[^\W_]+(?:[-‐‑][^\W_]+|['’ʼ](?![sS]\b)[^\W_]+|(?<=\d)[.,]\d+)*"
)
_NICKNAME = re.compile(
    r"(?<=[a-zß-ÿ])[ \u00a0]"
    r"(?:[\"“‘'](?=[A-ZÀ-Þ]|the )[^\"”’'\n,]{2,25}(?<=[^\s.?!])[\"”’']|\([A-Z][a-z]+\))"
    r"(?=[ \u00a0][A-ZÀ-Þ])"
)
_NICKNAME_GAP = re.compile(r"\s[\"“‘'(].*[\"”’')]\s\Z")
_GLUE = re.compile(r"(?<=[a-zß-ÿ])[A-ZÀ-Þ\d]")
_REPEAT = 6
"""Words back in which a name stands that a list of headlines begins with once more."""
_PARAGRAPH = re.compile(r"^[^\n]++(?:\n[^\n]++)+", re.MULTILINE)
_SHORTEST_LINE, _LONGEST_LINE = 45, 90
"""Characters in a line of hard-wrapped text, all but a paragraph's last."""

_LOWER_PREFIX = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ad|d|dell|bin|ben|ul|ur)[-‐‑'’][A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its span, and what stands between it and the next word."""

    text: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it is written like a name ("Healey", "al-Tariq")."""
        text = self.text
        if text.islower():
            return False
        return text[0].isupper() or _LOWER_PREFIX.match(text) is not None

    @property
    def joins(self) -> bool:
        """Whether a name may go on with the next word."""
        gap = self.gap
        if gap in {" ", "\u00a0"}:
            return True
        if gap == ". ":
            return self.text in DOTTED or (len(self.text) == 1 and self.text.isupper())
        return len(gap) > 4 and _NICKNAME_GAP.match(gap) is not None

    @property
    def possessive(self) -> bool:
        """Whether "'s" or a bare apostrophe after s follows."""
        return self.gap[:2] in {"'s", "’s", "'S", "’S"} or (
            self.gap[:1] in {"'", "’"} and self.text[-1] in "sxzS"
        )


def unwrapped(text: str) -> str:
    """The text with the line ends of hard-wrapped paragraphs as spaces; every offset holds."""
    return _PARAGRAPH.sub(lambda match: _unwrapped(match[0]), text)


def _unwrapped(paragraph: str) -> str:
    lines = paragraph.split("\n")
    full = all(_SHORTEST_LINE <= len(line) <= _LONGEST_LINE for line in lines[:-1])
    return paragraph.replace("\n", " ") if len(lines) > 2 and full else paragraph


def words_of(text: str) -> list[Word]:
    """The words of a text in order. Possessive endings and full stops stand in the gaps."""
    nicknames = [match.span() for match in _NICKNAME.finditer(text)]
    spans = [match.span() for match in _WORD.finditer(text)]
    if nicknames:
        spans = [s for s in spans if not any(a <= s[0] < b for a, b in nicknames)]
    spans = _unglued(text, spans)
    ends = [*(start for start, _ in spans[1:]), len(text)][: len(spans)]
    return [
        Word(text[start:end], start, end, text[end:after])
        for (start, end), after in zip(spans, ends, strict=True)
    ]


def _unglued(text: str, spans: list[Span]) -> list[Span]:
    """The spans with a name parted from the headline behind it: "Ann Lee Ann B. LeeVote nears"."""
    cuts: dict[int, int] = {}
    for match in _GLUE.finditer(text):
        glue = match.start()
        n = bisect_right(spans, glue, key=lambda span: span[0]) - 1
        if n > 0 and glue < spans[n][1]:
            name = text[spans[n][0] : glue]
            if any(text[a:b] == name for a, b in spans[max(n - _REPEAT, 0) : n]):
                cuts[n] = glue
    if not cuts:
        return spans
    edges = [(start, cuts.get(n, end), end) for n, (start, end) in enumerate(spans)]
    return [part for a, cut, b in edges for part in ((a, cut), (cut, b)) if part[0] < part[1]]


def capital_runs(words: list[Word]) -> list[Span]:
    """Runs of words, as index spans, that are all capitalised but for particles within."""
    runs: list[Span] = []
    i = 0
    while i < len(words):
        if not words[i].capital:
            i += 1
            continue
        end = i + 1
        while end < len(words) and words[end - 1].joins:
            ahead = end
            while ahead < len(words) and words[ahead].text in PARTICLES and words[ahead].joins:
                ahead += 1
            if ahead >= len(words) or ahead - end > 3 or not words[ahead].capital:
                break
            end = ahead + 1
        runs.append((i, end))
        i = end
    return runs


def is_initial(word: str) -> bool:
    """Whether a word is one capital or several with full stops ("J", "J.D.")."""
    return (len(word) == 1 and word.isupper()) or "." in word
