"""Tags for a text: those of the newsroom that it says, and places, with the reason in words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from articles.search import suggest_tags
from articles.wire import newsroom_gazetteer
from articles.writing import add_synonym
from tests.factories import make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def tags(*names: str) -> None:
    for name in names:
        Tag.objects.create(name=name, slug=name)


def suggested(
    body: str, headline: str = "", language: str = "en", without: tuple[str, ...] = ()
) -> dict[str, str]:
    texts = (("headline", headline), ("summary", ""), ("body", body))
    found = suggest_tags(texts, language, newsroom_gazetteer(), without=without)
    return {one.name: one.why for one in found}


@pytest.mark.parametrize(
    ("tag", "language", "body"),
    [
        ("Elections", "en", "The election was held on Sunday."),
        ("climate change", "en", "Nobody spoke of Climate Changes there."),
        ("Wahl", "de", "Die Wahlen wurden verschoben."),
        ("выборы", "ru", "Результаты выборов объявят завтра."),
        ("Астана", "ru", "В Астане прошли переговоры."),
        ("選挙", "ja", "総選挙が行われた。"),
        ("الانتخابات", "ar", "جرت الانتخابات يوم الأحد"),
        ("Tromsø", "nb", "I TROMSØ snør det."),
    ],
)
def test_a_tag_is_found_in_the_forms_of_its_words(tag: str, language: str, body: str) -> None:
    tags(tag)
    assert tag in suggested(body, language=language)


def test_words_of_a_tag_that_are_not_in_a_row_are_not_the_tag() -> None:
    tags("climate change")
    assert not suggested("The change of the climate. Climate. Change it.")


def test_a_synonym_suggests_its_tag() -> None:
    tags("Agriculture")
    add_synonym(Tag.objects.get(), "crop yields")
    found = suggested("A good crop yield was seen.")
    assert found == {
        "Agriculture": "1 time in the text · you write “crop yield” · rare in other stories"
    }


def test_what_is_in_the_headline_and_rare_comes_first() -> None:
    tags("wheat", "rain", "machines")
    for _ in range(6):
        make_version(make_story(headline="Rain again"), body_html="<p>Rain.</p>")
    for _ in range(2):
        make_version(make_story(headline="Machines"), body_html="<p>Repaired.</p>")
    found = suggested("Wheat and rain and machines.", headline="Wheat")
    assert list(found) == ["wheat", "machines", "rain"]
    assert found["wheat"] == "in the headline · 1 time in the text · rare in other stories"


def test_what_nearly_every_story_says_tells_nothing() -> None:
    tags("rain")
    for number in range(20):
        make_version(make_story(headline=f"Rain {number}"))
    assert suggested("It will rain.") == {}


def test_what_is_a_tag_already_is_not_suggested() -> None:
    tags("Wheat", "Київ")
    assert not suggested("Wheat from Київ.", without=("WHEAT", "КИЇВ"))
    assert not suggested("From Astana.", without=("astana",))


def test_places_are_suggested_that_no_tag_has() -> None:
    tags("ASTANA")
    found = suggested("In Astana and in New Delhi, Tashkent, and again in New Delhi it rains.")
    assert set(found) == {"ASTANA", "New Delhi", "Tashkent"}
    assert found["New Delhi"] == "a place · 2 times in the text · rare in other stories"


@pytest.mark.parametrize(
    "body",
    [
        "Paris Hilton came.", "It said President Lincoln won.", "They are reading, and nice.",
        "the page of a book", "He met Victoria there.",
    ],
)  # fmt: skip
def test_what_is_no_place_is_not_suggested(body: str) -> None:
    assert suggested(body) == {}


@pytest.mark.parametrize("number", [1, 3, 30])
def test_it_takes_three_queries_and_one_for_the_newsrooms_places(number: int) -> None:
    names = [f"word{'abcdefghijklmnopqrstuvwxyzäöüß'[at]}" for at in range(number)]
    tags(*names)
    with CaptureQueriesContext(connection) as queries:
        assert suggested(" ".join(names))
    assert len(queries) == 4


@pytest.mark.parametrize("body", ["", "\0", "'\"*", "a" * 5000, "<p>", "\ud83c\udf27 🌧"])
def test_any_text_is_answered(body: str) -> None:
    tags("🌧", "rain", "'")
    suggested(body, headline=body)


def test_of_a_very_long_text_the_beginning_is_read() -> None:
    tags("harvest", "drought")
    filler = "It went on and on and on. " * 4_000
    assert set(suggested(f"The harvest. {filler} The drought.")) == {"harvest"}
