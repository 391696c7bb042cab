"""No HTML takes long: it is cleaned in linear time, or refused with a reason."""

import time

import pytest

from articles import body

LONG = {
    "a style": '<p style="' + "a" * 80_000 + '">x',
    "ampersands": "&" * 1_900_000,
    "more than can be saved": "&" * 2_400_000,
    "references": "&amp;" * 380_000,
    "one paragraph": "<p>" + "word " * 380_000,
    "paragraphs": "<p>a" * 400_000,
    "paragraphs that are read": "<p>a" * 24_000,
    "list items": "<li>a" * 300_000,
    "end tags": "</p>" * 480_000,
    "links": "".join(f'<a href="/x?{number}">a</a> ' for number in range(80_000)),
    "blocks of ours": "<aside data-block=pull-quote>a</aside>" * 20_000,
    "a block of ours in pieces": "<aside data-block=also-read>" + "x" * 1_900_000 + "<br>x" * 9_900,
    "attributes": "<p " + " ".join(f"a{number}=b" for number in range(200_000)) + ">",
    "attributes after a comment": "<!-- <p a=' --><p " + " ".join(map(str, range(99_999))) + ">",
    "classes": '<p class="' + "a " * 900_000 + '">x',
    "a URL": '<a href="' + "%" * 1_900_000 + '">x',
    "spaces": "<p>" + " " * 1_900_000,
    "comments": "<!--" * 400_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_it_is_cleaned_or_refused_at_once(kind: str) -> None:
    start = time.process_time()
    try:
        body.clean(LONG[kind])
    except body.BodyRefused as refusal:
        assert str(refusal)  # noqa: PT017 - both are right
    # Processor time: machines of tests are busy.
    assert time.process_time() - start < 4


def test_what_is_too_long_is_named_with_what_can_be_saved() -> None:
    with pytest.raises(body.BodyTooLong, match=r"2400000 characters.*2000000"):
        body.clean(LONG["more than can be saved"])
    with pytest.raises(body.BodyTooLong, match="400000 paragraphs"):
        body.clean(LONG["paragraphs"])
    with pytest.raises(body.BodyTooLong, match="480000 paragraphs"):
        body.clean(LONG["end tags"])


def test_a_pull_quote_has_a_length() -> None:
    quote = f"<aside data-block=pull-quote>{'a' * 3_001}</aside>"
    with pytest.raises(body.BodyTooLong, match="at most 3000"):
        body.clean(quote)


def test_references_go_through_the_sanitiser_as_they_are() -> None:
    html = "<p>a &amp;lt;b&amp;gt; &lt;script&gt;&nbsp;</p>"
    assert body.clean(html) == "<p>a &amp;lt;b&amp;gt; &lt;script&gt;</p>"
