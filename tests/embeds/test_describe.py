"""What a site says of one of its pages is taken as words, and nothing else of it."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from articles import body
from articles.embeds import Described, describe
from articles.embeds.describe import MAX_TITLE, MOST
from articles.links import read_page
from tests.links.checking.web import Answers, Web, drips, says

VIDEO = "https://youtu.be/dQw4w9WgXcQ"
POST = "https://x.com/desk/status/1234567890"
NOTHING = Described(answered=False)


def asked(web: Web, url: str, answer: Answers) -> Described:
    """Return what is known of the page at this URL when its site answers so."""
    found = body.embedded(url)
    assert found

    def read(endpoint: str) -> str:
        # The same host, on a server of the test, without TLS.
        parts = urlsplit(endpoint)
        path = f"{parts.path}?{parts.query}"
        web.public.answers[path] = answer
        here = f"http://{parts.hostname}:{web.port}{path}"
        return read_page(here, web.network(), MOST).decode("utf-8", "replace")

    return describe(found, read)


def answers(**fields: Any) -> Answers:
    return says(200, json.dumps(fields))


def test_a_video_has_a_title_and_an_author(web: Web) -> None:
    said = asked(web, VIDEO, answers(title=" The  summit\n", author_name="Ana", html="<iframe>"))

    assert said == Described("The summit", "Ana")
    _, host, path = web.public.log[0]
    assert host == "www.youtube.com"
    assert parse_qs(urlsplit(path).query)["url"] == ["https://www.youtube.com/watch?v=dQw4w9WgXcQ"]


def test_a_post_is_known_by_how_it_begins(web: Web) -> None:
    html = (
        '<blockquote><p>Words &amp; <a href="https://t.co/x">a link</a></p>&mdash; Ana</blockquote>'
        "<script>alert(1)</script>"
    )
    assert asked(web, POST, answers(author_name="Ana", html=html)) == Described(
        "Words & a link", "Ana"
    )


def test_html_in_words_is_words(web: Web) -> None:
    said = asked(web, VIDEO, answers(title="<b onclick=x>A & b</b>", author_name="<script>"))
    assert said == Described("<b onclick=x>A & b</b>", "<script>")

    html = body.clean(body.write([body.Embed("", VIDEO, said.title, said.author)]))
    rendered = body.render(body.read(html), "", {})
    assert "&lt;b onclick=x&gt;A &amp; b&lt;/b&gt;" in rendered
    assert "<script" not in rendered


def test_a_long_title_is_cut(web: Web) -> None:
    said = asked(web, VIDEO, answers(title="word " * 1_000, author_name="name " * 1_000))
    assert len(said.title) == MAX_TITLE
    assert said.title.endswith("…")
    assert len(said.author) < MAX_TITLE


@pytest.mark.parametrize(
    "answer",
    [
        says(404, "{}"),
        says(200, "<html>"),
        says(200, "[]"),
        says(200, "9" * 5_000),
        says(200, "[" * 100_000),
        says(200, '{"title": "' + "x" * (MOST + 1)),
        drips,
    ],
)
def test_no_good_answer_leaves_the_url_alone(web: Web, answer: Answers) -> None:
    assert asked(web, VIDEO, answer) == NOTHING


@pytest.mark.parametrize("fields", [{"title": 7, "author_name": ["a"]}, {"html": {}}, {"html": ""}])
def test_what_is_no_text_is_left_out(web: Web, fields: dict[str, Any]) -> None:
    assert asked(web, VIDEO, answers(**fields)) == Described()


def test_a_site_that_tells_nobody_is_not_asked(web: Web) -> None:
    assert asked(web, "https://t.me/durov/215", answers(title="x")) == NOTHING
    assert web.public.log == []
