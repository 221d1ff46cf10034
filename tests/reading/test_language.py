"""English is read; other languages are named, and a few words of names are left open."""

import pytest

from briefing.reading.language import language_of

ENGLISH = (
    "The minister of Valdoria told reporters in Karsk on Monday that the harbour would open again"
    " before the winter, and that nobody would have to pay for the repairs."
)


def test_an_english_article_is_english():
    assert language_of(ENGLISH) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Minister sagte am Montag, der Hafen werde noch vor dem Winter wieder geöffnet.",
            "de",
        ),
        ("Le ministre a déclaré lundi que le port serait rouvert avant l’hiver prochain.", "fr"),
        ("El ministro dijo el lunes que el puerto volverá a abrir antes del invierno.", "es"),
        ("Міністр оборони заявив у понеділок, що порт знову відкриють до зими.", "uk"),
        ("Министр обороны заявил в понедельник, что порт снова откроют до зимы.", "ru"),
        ("国防部长星期一说，港口将在冬季之前重新开放。", "zh"),
        ("قال الوزير يوم الاثنين إن الميناء سيفتح من جديد قبل الشتاء.", "ar"),
    ],
)
def test_other_languages_are_named(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("title", ["", "Vant", "Orlo Vant", "$24bn", "Karsk 2026"])
def test_too_few_words_tell_nothing(title):
    assert language_of("", title) is None


@pytest.mark.parametrize(
    "title",
    [
        "Orlo Vant meets Ada Brandt in Karsk",
        "NATO chiefs in Lindau Bay",
        "Lindau Bay: Vant, Brandt, Tosk",
        "EU leaders meet in Brussels",
        "Fresh La Paz protests",
    ],
)
def test_an_english_headline_full_of_names_is_never_another_language(title):
    assert language_of("", title) in {"en", None}


@pytest.mark.parametrize("title", ["Путин", "习近平", "北京", "الرئيس", "Орло Вант"])
def test_other_letters_than_latin_are_never_left_open(title):
    assert language_of("", title) not in {"en", None}


def test_a_short_text_is_told_with_the_help_of_its_title():
    assert language_of("Karsk.", "Der Minister tritt nach dem Streit zurück") == "de"


def test_only_the_start_counts():
    assert language_of(ENGLISH * 20 + "Der Minister sagte es. " * 1_000) == "en"
