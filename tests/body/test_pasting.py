"""What comes of text that other programs wrote: their marks, lists, comments and redirects."""

from contextlib import suppress
from time import process_time

import pytest

from articles import body
from articles.body.redirects import target_of
from tests.body.pasted import PASTED, REDIRECTS
from tests.factories import SAMPLES

MET = (
    "<p>Leaders <strong>met</strong> on <em>Thursday</em>, "
    '<a href="https://example.org/a">officials</a> said.</p>'
)


def test_word_gives_clean_paragraphs_and_lists() -> None:
    assert body.clean((SAMPLES / "pasted-word.html").read_text()).split("\n") == [
        "<h2>Talks in Astana</h2>",
        MET,
        "<ul><li><p>First point</p></li><li><p>Second <strong>point</strong></p></li></ul>",
        "<ol><li><p>Numbered</p></li></ol>",
        "<p>The end.</p>",
    ]


def test_google_docs_gives_clean_paragraphs_and_lists() -> None:
    assert body.clean((SAMPLES / "pasted-google-docs.html").read_text()).split("\n") == [
        "<h2>Talks in Astana</h2>",
        MET,
        "<ul><li><p>First</p><ul><li><p>Inner</p></li></ul></li><li><p>Second</p></li></ul>",
        "<p>The end.</p>",
    ]


@pytest.mark.parametrize("name", PASTED)
def test_what_other_programs_write(name: str) -> None:
    html, expected = PASTED[name]
    assert body.clean(html) == expected


@pytest.mark.parametrize("url", REDIRECTS)
def test_links_lead_to_the_target_of_a_redirect(url: str) -> None:
    assert target_of(url) == REDIRECTS[url]


FOREVER = {
    "style sheets": "<style>" * 270_000,
    "braces": "<style>" + "{" * 1_900_000,
    "comments": "<style>" + "/*" * 950_000,
    "classes": "<style>.a{font-weight:bold}</style><p class='" + "a " * 900_000 + "'>x",
    "rules": "<style>" + ".a{display:x}" * 10_000 + "</style>" + "<p class=a>x" * 9_000,
    "lines": "<pre>" + "a\n" * 900_000,
    "breaks": "<p>a" + "<br><span> </span>" * 4_900,
    "items": "".join(f"<p style='mso-list:l0 level{1 + at % 4} lfo1'>x" for at in range(9_000)),
    "stars": "<a href='https://urldefense.com/v3/__https://a.example/" + "*" * 7_000 + "__;A!'>x",
}


@pytest.mark.parametrize("kind", FOREVER)
def test_nothing_that_is_pasted_takes_long(kind: str) -> None:
    start = process_time()
    with suppress(body.BodyRefused):
        body.clean(FOREVER[kind])
    assert process_time() - start < 2
