"""The places that a text names; no ordinary word is one."""

import gettext
import re
from pathlib import Path

import django
import pytest

from articles.search.tagging.said_places import said_places
from articles.search.tagging.text import analysed
from articles.wire import Gazetteer

DJANGO = Path(django.__file__).parent


def places(text: str, language: str, part: str = "body") -> set[str]:
    return set(said_places([(part, analysed(text, language))], language, Gazetteer()))


@pytest.mark.parametrize("language", ["ar", "fa", "fi", "he", "hi", "ja", "ru", "tr"])
def test_the_texts_of_djangos_interface_name_no_place(language: str) -> None:
    """They are thousands of ordinary words, and of all languages some are a city somewhere."""
    found: set[str] = set()
    for folder in ("conf", "contrib/admin"):
        with (DJANGO / folder / f"locale/{language}/LC_MESSAGES/django.mo").open("rb") as catalog:
            texts = gettext.GNUTranslations(catalog)._catalog  # type: ignore[attr-defined]
        for key, text in texts.items():
            if key:
                found |= places(re.sub(r"%\(\w+\)[sd]|%[sd]|{\w*}", "x", text), language)
    assert not found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "القاهرة (رويترز) - قال مجلس المدينة إنه سيرفع رسوم المواقف.", {"القاهرة"}),
        ("ar", "كان في مدينة الباب سوق. وقف عند الباب.", {"الباب"}),
        ("zh-Hans", "成都一只大熊猫学会自己开门。", {"成都"}),
        ("ja", "オランダとフランスの画家が東京で展示する。", {"東京"}),
        ("ko", "서울에서 위해 한다.", {"서울"}),
        ("fi", "Jos sataa, Tampere on hiljainen. Sade alkoi, kun Tampere heräsi.", {"Tampere"}),
        ("en", "“Reading is fun,” she said. Nice: Mobile phones.", set()),
        ("en", "It began in Leeds and Bradford. Bradford was last.", {"Leeds", "Bradford"}),
    ],
)  # fmt: skip
def test_a_place_is_what_can_be_no_other_word(language: str, text: str, expected: set[str]) -> None:
    assert places(text, language) == expected


def test_a_headline_alone_proves_no_place() -> None:
    assert not places("A Town Turns to Leeds", "en", "headline")
    assert places("A Town Turns to Moscow", "en", "headline") == {"Moscow"}
