"""Texts of any size and kind are indexed on both databases."""

import pytest

from articles.models import PublishedVersion
from articles.search import VersionSearch, differences, parse
from tests.factories import NOON, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"{number:x}{'ż' * 36}" for number in range(40_000)),
        " ".join(f"{number:x}" for number in range(100_000)),
        "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(100_000)),
        "x" * 100_000,
    ],
    ids=["long words", "short words", "letters without spaces", "one word"],
)
def test_long_texts_are_found_by_their_beginning(text: str) -> None:
    make_version(make_story(), body_html=f"<p>{text}</p>", language="pl")
    for query in (text[:30], "story"):
        assert VersionSearch(parse(query, unfinished=True), NOON).page(2)


@pytest.mark.parametrize("text", ["", "\x01\x7f\ufffe", "🙂" * 300, "\u0301" * 300, "'\"\\%_*"])
def test_texts_without_words_are_indexed(text: str) -> None:
    make_version(headline=text or "-", summary=text, body_html=text)
    assert PublishedVersion.objects.filter(words__isnull=False).exists()
    assert not list(differences())
