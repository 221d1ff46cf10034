import gzip
import json

from briefing.linking.count_words import count, write
from briefing.linking.words import idf, stem, stems, words


def test_words_are_folded_and_whole():
    assert words("The U.S. minister’s “naïve” $1,200.50 plan—again") == [
        "the", "us", "minister", "naive", "1200.50", "plan", "again",
    ]  # fmt: skip


def test_forms_of_a_word_share_their_stem():
    assert len({stem(word) for word in ("promise", "promised", "promises", "promising")}) == 1
    assert stems("defence labour programmes") == stems("defense labor program")
    assert stem("crisis") != stem("cris")


def test_a_rare_word_tells_more_than_a_common_one():
    assert idf("the") < 0.01 < idf(stem("minister")) < idf(stem("ferry")) < idf("torvane")


def test_the_table_is_made_anew_from_any_articles(tmp_path):
    articles = tmp_path / "articles.jsonl"
    rows = [{"title": "Ferry sinks", "text": "A ferry sank."}] * 3 + [
        {"title": "Budget", "text": "A vote."}
    ]
    articles.write_text("\n".join(json.dumps(row) for row in rows))
    write(*count(articles), tmp_path / "table.gz")
    assert gzip.decompress((tmp_path / "table.gz").read_bytes()).decode().split("\n") == [
        "4", "a 4", "ferry 3", "sank 3", "sink 3", "",
    ]  # fmt: skip
