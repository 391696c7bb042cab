"""Slugs keep what a script needs to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import is_slug, make_slug, slug_form


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("नई दिल्ली में बारिश", "नई-दिल्ली-में-बारिश"),
        ("ฝนตกหนักที่กรุงเทพฯ", "ฝนตกหนักที่กรุงเทพฯ"),
        ("می‌کند کتاب‌ها", "می-کند-کتاب-ها"),
        ("র‌্যাব", "র্যাব"),
        ("KÖLN: Straße & Co.", "köln-strasse-co"),
        ("Ko\u0308ln", "köln"),
        ("İstanbul’da", "istanbulda"),
        ("Kyiv/Moscow — U.S. talks", "kyiv-moscow-us-talks"),
        ("Up 3.5%, 1,000 fans", "up-3-5-1000-fans"),
        ("日本、中国", "日本-中国"),
        ("👨‍👩‍👧 family ❤️", "family"),
        ("\u202e\u200b", ""),
        ("น้ำท่วมสำคัญ", "น้ำท่วมสำคัญ"),
        ("นํ้า น้\u0e4d\u0e32", "นํ้า-น้ำ"),
        ("ນ້ຳ", "ນ້ຳ"),
        ("ΟΔΥΣΣΕΥΣ: ο σ’ αγαπώ", "οδυσσευς-ο-σ-αγαπώ"),
        ("ΣΩΣ Σ.Σ. Α’ΣΑ", "σως-σς-ασα"),
        ("الـــسلام عليكم", "السلام-عليكم"),
        ("#️⃣ tag 1️⃣", "tag-1"),
        ("ရန်ကုန်မှာ မိုးရွာ", "ရန်ကုန်မှာ-မိုးရွာ"),
        ("ភ្លៀងនៅភ្នំពេញ", "ភ្លៀងនៅភ្នំពេញ"),
        ("சென்னையில் மழை", "சென்னையில்-மழை"),
        ("Vie\u0323\u0302t Nam", "việt-nam"),
        ("\u1112\u1161\u11ab 뉴스", "한-뉴스"),
        ("Don’t stop o'clock", "dont-stop-oclock"),
        ("ﬁre ａｂｃ １２３", "fire-abc-123"),
    ],
)
def test_slugs_of_headlines(headline: str, slug: str) -> None:
    assert make_slug(headline, 100) == slug
    assert is_slug(slug) == bool(slug)


@given(st.text(max_size=150))
def test_what_is_made_of_a_headline_is_a_slug(headline: str) -> None:
    slug = make_slug(headline, 100)
    assert len(slug) <= 100
    assert not slug or is_slug(slug)
    assert make_slug(slug, 100) == slug
    assert slug_form(slug) == slug


def test_a_long_one_is_cut_between_words_or_at_least_not_inside_a_letter() -> None:
    assert make_slug("क्षेत्र " * 30, 100).endswith("क्षेत्र")
    assert make_slug("a" * 99 + "कि", 100) == "a" * 99
    assert make_slug("ο" + "σ" * 150, 100) == "ο" + "σ" * 98 + "ς"


@pytest.mark.parametrize("typed", ["a b", "a/b", "", "Köln", "-ि", "a’b"])
def test_what_is_no_slug(typed: str) -> None:
    assert not is_slug(typed)
