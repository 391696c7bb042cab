"""Blocks say their direction and language where these are not those of the story."""

import pytest

from articles import body


def rendered(html: str, language: str) -> str:
    return body.render(body.read(html), "", {}, language)


@pytest.mark.parametrize(
    ("html", "language", "expected"),
    [
        ("<p>(CNN) -- قال الرئيس إن</p>", "ar", "<p>(CNN) -- قال الرئيس إن</p>"),
        ("<p>(CNN) -- قال في</p>", "en", '<p lang="ar" dir="rtl">(CNN) -- قال في</p>'),
        ("<p>The talks of the day</p>", "ar", '<p lang="en" dir="ltr">The talks of the day</p>'),
        ("<h2>Κρίση</h2>", "en", '<h2 lang="el" dir="ltr">Κρίση</h2>'),
        ("<p>2024</p>", "ar", "<p>2024</p>"),
        ("<p>La guerra de las Malvinas</p>", "en", "<p>La guerra de las Malvinas</p>"),
    ],
)
def test_a_block_that_differs_says_so(html: str, language: str, expected: str) -> None:
    assert rendered(html, language) == expected


def test_an_item_inside_a_list_that_differs_says_its_own() -> None:
    html = "<ul><li><p>قال الرئيس في المدينة</p></li><li><p>Talks</p></li></ul>"
    shown = rendered(html, "en")
    assert shown.startswith('<ul lang="ar" dir="rtl">')
    assert '<p lang="en" dir="ltr">Talks</p>' in shown


def test_nothing_of_it_is_stored() -> None:
    assert body.clean('<p lang="ar" dir="rtl">قال</p>') == "<p>قال</p>"
