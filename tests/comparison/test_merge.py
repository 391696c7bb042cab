"""A new text for a body keeps what editors had placed in the old one."""

from typing import Any

import pytest
from rapidfuzz import process

from articles import body
from articles.comparison.merge import merge

ONE = "<p>The council met on Monday and raised the fees for parking.</p>"
TWO = "<p>Traders were angry about it, and said so in the market place.</p>"
THREE = "<p>The mayor will speak to them tomorrow at noon in the town hall.</p>"
FRESH = "<p>In other news, nobody was hurt when a lorry lost its load of apples.</p>"
QUOTE = '<aside data-block="pull-quote" data-key="quote0001">raised the fees</aside>'
FIGURE = (
    '<figure data-block="figure" data-key="figure001" data-picture="7" data-alt="A stall">'
    "<figcaption>Stall</figcaption></figure>"
)
LINK = (
    '<aside data-block="also-read" data-key="also00001" data-label="Also Read | "'
    ' data-story="5">Elsewhere</aside>'
)


EMBED = (
    '<aside data-block="embed" data-key="embed0001" data-url="https://youtu.be/dQw4w9WgXcQ">'
    "Clip</aside>"
)


def text(*blocks: str) -> str:
    return "\n".join(blocks)


def merged(old: str, new: str, *copied: str) -> tuple[str, tuple[str, ...]]:
    found = merge(old, new, copied)
    return body.write(found.blocks), tuple(map(str, found.notes))


@pytest.mark.parametrize("block", [QUOTE, FIGURE, LINK, EMBED])
@pytest.mark.parametrize("place", range(4))
def test_in_the_same_words_everything_stays_at_its_place(block: str, place: int) -> None:
    paragraphs = [ONE, TWO, THREE]
    old = text(*paragraphs[:place], block, *paragraphs[place:])
    assert merged(old, text(*paragraphs)) == (old, ())


def test_a_pull_quote_follows_its_words() -> None:
    again = "<p>Asked again, the council said that it raised the fees for good.</p>"
    new = text(FRESH, TWO, again, THREE)
    assert merged(text(ONE, QUOTE, TWO), new) == (text(FRESH, TWO, again, QUOTE, THREE), ())


def test_a_pull_quote_may_span_two_paragraphs() -> None:
    over = QUOTE.replace("raised the fees", "fees for parking. Traders were angry")
    new = text(FRESH, ONE, TWO.replace("market place", "hall"), THREE)
    old = text(ONE.replace("Monday", "Friday"), over)
    blocks, notes = merged(old, new)
    assert blocks.splitlines()[3] == over
    assert notes == ()


def test_a_pull_quote_whose_words_are_gone_is_dropped_with_a_note() -> None:
    blocks, notes = merged(text(ONE, QUOTE, TWO), text(TWO, THREE))
    assert blocks == text(TWO, THREE)
    assert notes == (
        "The pull quote “raised the fees” is dropped: its words are not in the new copy.",
    )


@pytest.mark.parametrize("block", [FIGURE, LINK, EMBED])
def test_a_block_stays_by_the_nearest_paragraph_that_survives(block: str) -> None:
    edited = TWO.replace("angry", "very angry")
    assert merged(text(ONE, TWO, block, THREE), text(FRESH, edited, THREE)) == (
        text(FRESH, edited, block, THREE),
        (),
    )
    assert merged(text(ONE, TWO, block, THREE), text(ONE, FRESH, THREE))[0] == text(
        ONE, block, FRESH, THREE
    )
    assert merged(text(ONE, block, THREE), text(FRESH, THREE))[0] == text(FRESH, block, THREE)


@pytest.mark.parametrize(
    ("block", "named"),
    [
        (FIGURE, "The picture “Stall”"),
        (LINK, "The related link “Also Read | Elsewhere”"),
        (EMBED, "The embed “Clip”"),
    ],
)
def test_a_block_whose_paragraphs_are_gone_moves_to_the_end_with_a_note(
    block: str, named: str
) -> None:
    blocks, notes = merged(text(ONE, block, TWO), text(FRESH, FRESH))
    assert blocks == text(FRESH, FRESH, block)
    assert notes[0].startswith(f"{named} moves to the end")


def test_an_inline_link_of_the_old_copy_is_dropped_with_a_note() -> None:
    blocks, notes = merged(text(ONE, LINK, TWO), text(ONE, TWO), "ALSO READ |  Elsewhere")
    assert blocks == text(ONE, TWO)
    assert notes[0].startswith("The related link “Also Read | Elsewhere” is dropped")


def test_an_inline_link_that_comes_again_keeps_its_key_and_story_at_its_new_place() -> None:
    again = LINK.replace(' data-story="5"', "").replace("also00001", "other0001")
    assert merged(text(ONE, LINK, TWO), text(ONE, TWO, again)) == (text(ONE, TWO, LINK), ())


def test_paragraphs_of_the_same_words_keep_their_marks() -> None:
    bold = ONE.replace("council", "<strong>council</strong>")
    assert merged(text(bold, TWO), text(FRESH, ONE))[0] == text(FRESH, bold)


def test_a_pull_quote_is_found_behind_words_that_only_contain_it() -> None:
    quote = QUOTE.replace("raised the fees", "he")
    new = text(*(f"<p>{'the ' * 30}.</p>" for _ in range(3)), "<p>So he said.</p>")
    assert merged(text(ONE, quote), new) == (text(new, quote), ())


def test_candidates_are_counted_and_no_paragraph_is_looked_up_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    find = process.extractOne

    def count(sought: str, *rest: Any, **more: Any) -> Any:
        looked.append(sought)
        return find(sought, *rest, **more)

    monkeypatch.setattr(process, "extractOne", count)
    letters = "abcdefghijklmnopqrst"
    old = [f"<p>{a * 20}{b * 20}</p>" for a in letters for b in letters]
    figures = [FIGURE.replace("figure001", f"figure{n:03}") for n in range(400)]
    new = [f"<p>{n:040}</p>" for n in range(10_000)]
    both = text(*(part for pair in zip(old, figures, strict=True) for part in pair))

    blocks, notes = merged(both, text(*new))

    assert blocks == text(*new, *figures)
    assert len(notes) == 400
    assert len(looked) == len(set(looked)) < 100
