"""Names and words that people see have nothing in them that nobody sees."""

import pytest
from django.core.exceptions import ValidationError

from articles import body
from articles.models import Author, Picture, Place, Section
from articles.pictures import reword
from newsroom.accounts.create_account import create_account
from newsroom.accounts.models import User
from newsroom.accounts.visible import one_form
from tests.factories import make_picture
from tests.helpers import managing_editor

SAID = "Dr\u202e A\u2066da\u2069\u200b  Stone\u200b"
OVERRIDES = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]


@pytest.mark.parametrize("code", OVERRIDES)
def test_overrides_of_direction_go(code: int) -> None:
    assert one_form(f"ab{chr(code)}cd") == "abcd"


@pytest.mark.parametrize("text", ["\u200b", "\u200d\u2060\ufeff", "\u2068\u2069", " \u00ad "])
def test_what_has_no_width_says_nothing(text: str) -> None:
    assert one_form(text) == ""


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍👩‍👧", "Ab\u00adend"])
def test_what_shapes_letters_stays(text: str) -> None:
    assert one_form(text) == text


@pytest.mark.django_db
def test_names_of_people_sections_authors_and_places() -> None:
    rows = (
        Section(name=SAID, slug="ada"),
        Author(name=SAID, role=SAID),
        Place(name=SAID),
    )
    for row in rows:
        row.full_clean()
        assert row.name == "Dr Ada Stone"
    user = User(username="ada", display_name=SAID)
    user.clean()
    assert user.display_name == "Dr Ada Stone"
    made = create_account("ben", password="x" * 20, display_name=SAID)
    assert made.display_name == "Dr Ada Stone"


@pytest.mark.django_db
@pytest.mark.parametrize("row", [Section(name="\u200b", slug="x"), Place(name="\u202e")])
def test_a_name_that_nobody_sees_is_refused(row: Section | Place) -> None:
    with pytest.raises(ValidationError, match="needs a name"):
        row.full_clean()


@pytest.mark.django_db
def test_words_of_pictures() -> None:
    picture = make_picture(alt=SAID, caption=SAID, credit=SAID)
    assert (picture.alt, picture.caption, picture.credit) == ("Dr Ada Stone",) * 3
    reword(picture, {"caption": f"{SAID} in\u202d May"}, by=managing_editor())
    assert Picture.objects.get().caption == "Dr Ada Stone in May"


def test_words_of_pictures_and_speakers_in_a_body() -> None:
    html = (
        '<figure data-block="figure" data-key="abcdefgh" data-picture="1" data-alt="A\u202eb">'
        '<figcaption>C\u2067d</figcaption></figure><aside data-block="pull-quote"'
        ' data-key="bcdefghi" data-speaker="E\u200b">Words</aside>'
    )
    figure, quote = body.read(body.clean(html))
    assert (figure.alt, figure.caption, quote.speaker) == ("Ab", "Cd", "E")  # type: ignore[union-attr]
