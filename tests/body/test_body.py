import nh3
from hypothesis import example, given
from hypothesis import strategies as st

from articles import body
from articles.body.extensions import SANITISER, allow_list
from tests.body.bodies import BLOCKS, KEY, SOUP

# Strategies


# Reading and writing


@given(BLOCKS)
def test_writing_and_reading_again_changes_nothing(blocks: tuple[body.Block, ...]) -> None:
    html = body.write(blocks)

    assert body.read(html) == blocks
    assert body.clean(html) == html


@given(SOUP)
@example("<p>a<button><p>b")
@example("<a href=/x>a<table><td><a href=/y>b")
def test_any_html_becomes_clean_once_and_for_all(html: str) -> None:
    cleaned = body.clean(html)

    assert body.clean(cleaned) == cleaned
    assert body.write(body.read(cleaned)) == cleaned
    # nh3, asked alone with the list of the editor, finds nothing to take away.
    assert SANITISER.clean(cleaned) == cleaned


@given(st.lists(st.from_regex(r"[a-zé]{1,5}", fullmatch=True)), st.randoms())
def test_no_word_is_lost_whatever_elements_stand_between(words: list[str], random: object) -> None:
    tags = ["<p>", "</p>", "<div>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "<blockquote>", "<h1>"]
    html = "".join(f" {word} {random.choice(tags)}" for word in words)  # type: ignore[attr-defined]

    assert body.plain_text(body.read(body.clean(html))).split() == words


def test_every_block_is_read() -> None:
    html = (
        '<p>One <strong>two</strong> <a href="/three/">three</a><br>four</p>'
        "<h2>Five</h2><h3>Six</h3><hr>"
        "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>"
        "<blockquote><p>c</p><p>d</p></blockquote>"
        f'<aside data-block="pull-quote" data-key="{KEY}a" data-speaker="Xi">One two</aside>'
        f'<aside data-block="also-read" data-key="{KEY}b" data-label="Also Read | "'
        ' data-story="12">H &amp; H</aside>'
        f'<figure data-block="figure" data-key="{KEY}c" data-picture="7"'
        ' data-alt="A &quot;b&quot;" data-credit="Ana/Agency">'
        "<figcaption>Caption</figcaption></figure>"
        f'<aside data-block="embed" data-key="{KEY}d" data-url="https://youtu.be/x?a=1&amp;b=2"'
        ' data-author="A">A &lt;film&gt;</aside>'
    )

    numbered = body.ListBlock(ordered=True, items=(body.ListItem((body.Paragraph("b"),)),))
    assert body.read(html) == (
        body.Paragraph('One <strong>two</strong> <a href="/three/">three</a><br>four'),
        body.Heading(2, "Five"),
        body.Heading(3, "Six"),
        body.Rule(),
        body.ListBlock(ordered=False, items=(body.ListItem((body.Paragraph("a"), numbered)),)),
        body.BlockQuote((body.Paragraph("c"), body.Paragraph("d"))),
        body.PullQuote(f"{KEY}a", "One two", "Xi"),
        body.AlsoRead(f"{KEY}b", "H & H", "Also Read | ", 12),
        body.Figure(f"{KEY}c", 7, 'A "b"', "Caption", "Ana/Agency"),
        body.Embed(f"{KEY}d", "https://youtu.be/x?a=1&b=2", "A <film>", "A"),
    )


def test_text_of_blocks() -> None:
    blocks = body.read(
        "<p>One &amp; <em>two</em><br>three</p><hr><ul><li>a<li>b</ul><blockquote>q</blockquote>"
        f'<aside data-block="also-read" data-key="{KEY}" data-label="Also Read | ">H</aside>'
    )

    assert body.plain_text(blocks) == "One & two\nthree\n\na\nb\n\nq\n\nAlso Read | H"


def test_a_paragraph_of_plain_text_is_escaped() -> None:
    made = body.paragraph(" 1 < 2 & <b>\n3\u00a0% ")

    assert made.html == "1 &lt; 2 &amp; &lt;b&gt; 3&nbsp;%"
    assert made.text == "1 < 2 & <b> 3\u00a0%"


# Cleaning


def test_the_editor_and_the_server_share_one_list() -> None:
    allowed = allow_list()

    assert allowed["tags"] == {
        "p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "br", "strong", "em", "sup", "sub",
        "a", "aside", "figure", "figcaption",
    }  # fmt: skip
    assert allowed["url_schemes"] == {"http", "https", "mailto"}
    assert "target" not in allowed["attributes"]["a"]
    assert nh3.clean("<p onclick=x>a</p><s>b</s>", **allowed) == "<p>a</p>b"


# Pasting


# Pull quotes
