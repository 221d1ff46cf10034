"""Scores the engine on annotated data: ``python -m tests.acceptance.evaluate FOLDER``.

The folder holds ``quotes/`` with PolNeAR, its scorer and resolved pronouns, ``stories/`` with
stories and mentions of people and their scorers, ``feeds/`` with test feeds, and
``articles_sample.jsonl``; what is missing is left out, and said so. Our own annotated articles are
scored always. Everything runs over what ``briefing extract`` and the engine's function give.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing.mentions import link_people
from briefing.model import Reading
from briefing.reading.engine import read
from briefing.reading.tagging import BELIEF, tag
from briefing.rows import SURE
from briefing.training import annotated, corpora, scoring
from briefing.training.annotated import Article
from briefing.training.augment import DOUBLE, SINGLE, restyled
from briefing.training.corpora import Example
from tests.acceptance import figures, stories
from tests.acceptance.feed_cases import score_feeds
from tests.acceptance.links import links_made
from tests.acceptance.sample import marked_people, marked_quotes

OWN = Path(__file__).parent.parent / "annotated"
CUES = Path(corpora.__file__).parent / "cues.jsonl"


def main(folder: Path) -> int:
    quotes = folder / "quotes"
    score_feeds(folder / "feeds" / "gofeed_cases.jsonl")
    _mentions(folder / "stories")
    stories.score(folder)
    _links(folder / "articles_sample.jsonl")
    _own()
    _sample(folder / "articles_sample.jsonl")
    figures.report(folder / "articles_sample.jsonl")
    if not (quotes / "polnear_dev.jsonl").is_file():
        print(f"PolNeAR is not scored: {quotes} holds no polnear_dev.jsonl with its scorer")
        return 0
    _pronouns(quotes)
    _cues(quotes / "polnear_train.jsonl")
    _doubts(quotes / "polnear_dev.jsonl")
    _polnear(quotes, list(corpora.rows_of(quotes / "polnear_dev.jsonl")), "dev")
    _polnear(quotes, list(corpora.rows_of(quotes / "polnear_train.jsonl"))[:: corpora.FOLD], "fold")
    return 0


def _mentions(folder: Path) -> None:
    """Who is who among given mentions, by the rules of the store's own linking."""
    path = folder / "ecb_people_dev.jsonl"
    if not path.is_file():
        print(f"linking of people is not scored: there is no {path}")
        return
    rows = list(corpora.rows_of(path))
    people = link_people((row["article"], row["story"], row["mention"]) for row in rows)
    print(f"== people linked, {len(rows)} mentions of ECB+ dev")
    kept = [{key: row[key] for key in ("article", "mention", "person")} for row in rows]
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch) / "gold.jsonl", Path(scratch) / "predicted.jsonl"
        _dump(gold, kept)
        _dump(predicted, [row | {"person": n} for row, n in zip(kept, people, strict=True)])
        scorer = folder / "score_clusters.py"
        sys.stdout.flush()
        subprocess.run([sys.executable, scorer, gold, predicted], check=False)


def _links(sample: Path) -> None:
    if not sample.is_file():
        print(f"links of people are not scored: there is no {sample}")
        return
    with tempfile.TemporaryDirectory() as scratch:
        right, seconds = links_made(sample, Path(scratch))
    print(f"== links of people over articles that were judged by hand: {len(right)} made")
    print(f"right {sum(right)}, precision {sum(right) / max(1, len(right)):.3f}")
    print(f"200 articles read in {seconds:.0f} CPU seconds")


def _dump(path: Path, rows: Sequence[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _own() -> None:
    articles = annotated.load(OWN, "held")
    readings = [read(article.text) for article in articles]
    print(f"== our own articles, held out: {len(articles)}")
    _told(articles, readings)
    for name, marks in (("single", SINGLE), ("double", DOUBLE)):
        others = [_restyled(article, marks) for article in articles]
        score = scoring.score_quotes(others, [read(article.text) for article in others])
        print(f"in {name} marks: end to end {score.end_to_end}")


def _restyled(article: Article, marks: tuple[str, str]) -> Article:
    example = restyled(Example(article, attributed=True, names=None), marks)
    return replace(example.article, people=article.people)


def _told(articles: Sequence[Article], readings: Sequence[Reading]) -> None:
    _told_quotes(scoring.score_quotes(articles, readings))
    people = scoring.score_people(articles, readings)
    print(f"people {people.people}")
    _told_people(people)


def _told_quotes(score: scoring.QuoteScore) -> None:
    print(f"core exact {score.exact}")
    print(f"core relaxed {score.relaxed}")
    print(f"core end to end {score.end_to_end}")
    print(f"persons speaking, to the right full name: {score.resolved}")
    sure = [right for doubt, right in score.speaker_right if doubt >= SURE]
    print(f"speakers without a 'probably': {sum(sure)} of {len(sure)} right")
    print(f"parts in paragraphs that name nobody: {score.unnamed_places}")
    doubts = (score.words_right, score.speaker_right)
    words, speakers = (f"{scoring.calibration_error(pairs):.3f}" for pairs in doubts)
    print(f"expected calibration error: words {words}, speakers {speakers}")
    if os.environ.get("ERRORS"):
        for name in ("wrong", "missed", "spurious"):
            for line in getattr(score, name):
                print(f"  {name}: {line}")


def _told_people(people: scoring.PeopleScore) -> None:
    if os.environ.get("ERRORS"):
        for line in people.spurious:
            print(f"  no person: {line}")
        for line in people.missed:
            print(f"  person missed: {line}")


def _sample(path: Path) -> None:
    if not path.is_file():
        print(f"the marked sample is not scored: there is no {path}")
        return
    quoted = marked_quotes(path)
    print(f"== quotes of {len(quoted)} articles of the sample")
    _told_quotes(scoring.score_quotes(quoted, [read(article.text) for article in quoted]))
    articles = marked_people(path)
    people = scoring.score_people(articles, [read(article.text) for article in articles])
    print(f"== people of {len(articles)} articles of the sample: {people.people}")
    _told_people(people)


def _pronouns(folder: Path) -> None:
    texts = {row["id"]: row["text"] for row in corpora.rows_of(folder / "polnear_dev.jsonl")}
    rows = list(corpora.rows_of(folder / "pron_gold_dev.jsonl"))
    readings = {key: read(texts[key]) for key in sorted({row["id"] for row in rows})}
    right = wrong = 0
    for row in rows:
        for quote in readings[row["id"]].quotes:
            span = quote.speaker_span
            if span and span[0] < row["speaker_end"] and row["speaker_start"] < span[1]:
                named = quote.speaker_kind == "person" and quote.speaker
                surname = row["resolved"].split()[-1].lower()
                right += bool(named and surname in named.lower())
                wrong += bool(named and surname not in named.lower())
                break
    print(f"== he and she: {right} of {len(rows)} right, {wrong} wrong, the others open")


def _cues(path: Path) -> None:
    """The learnt head against the labels by hand, on articles of the fold only."""
    labels = corpora.cue_labels(CUES)
    rows = list(corpora.rows_of(path))[:: corpora.FOLD]
    right = count = listed = 0
    for row in rows:
        cues = {
            (q["cue_start"], q["cue_end"]): q["speech"]
            for q in row["quotes"]
            if (row["id"], q["cue_start"], q["cue_end"]) in labels
        }
        tagging = tag(row["text"]) if cues else None
        for (start, end), by_list in cues.items():
            assert tagging
            starts = tagging.layout.word_start
            said = tagging.said[(starts >= start) & (starts < end)].mean(0)
            speech = labels[row["id"], start, end] != "belief"
            right += bool(said[BELIEF] < 0.5) == speech
            listed += by_list == speech
            count += 1
    print(f"== speech or belief, {count} cues of the fold labelled by hand: {right} right")
    print(f"a list of verbs: {listed}")


def _doubts(path: Path) -> None:
    examples = corpora.polnear(path, {}, {}, {})
    articles = [example.article for example in examples]
    readings = [_untold(read(article.text)) for article in articles]
    score = scoring.score_quotes(articles, readings)
    speakers = [
        (quote.speaker_confidence, scoring.names_speaker(gold, quote))
        for article, reading in zip(articles, readings, strict=True)
        for n, gold in scoring.pairs_of(article, reading.quotes)[0].items()
        for quote in [reading.quotes[n]]
        if gold.source and quote.speaker_kind
    ]
    print("== calibration on PolNeAR dev (expected error, 10 bins)")
    print(f"words {scoring.calibration_error(score.words_right):.3f} over {len(score.words_right)}")
    print(f"speakers' mentions {scoring.calibration_error(speakers):.3f} over {len(speakers)}")


def _untold(reading: Reading) -> Reading:
    """The reading without what is told inside a quote, where PolNeAR marks nothing."""
    return replace(reading, quotes=tuple(q for q in reading.quotes if not q.told_by))


def _polnear(folder: Path, rows: Sequence[dict[str, object]], name: str) -> None:
    texts = [str(row["text"]) for row in rows]
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch) / f"{name}.jsonl", Path(scratch) / "predicted.jsonl"
        _dump(gold, rows)
        used = _extract(gold, predicted)
        found = predicted.read_text(encoding="utf-8").splitlines()
        print(f"== PolNeAR {name}: articles {len(texts)}, lost {len(texts) - len(found)}")
        print(
            f"words {words}, CPU seconds {used:.1f}, words a CPU second {words / used:.0f}",
            flush=True,
        )
        scorer = folder / "score_quotes.py"
        subprocess.run([sys.executable, scorer, gold, predicted], check=False)


def _extract(gold: Path, predicted: Path) -> float:
    """Run the engine over the texts; the CPU seconds it used, start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with predicted.open("wb") as out:
        command = [sys.executable, "-m", "briefing", "extract", "--jsonl", str(gold)]
        subprocess.run(command, stdout=out, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
