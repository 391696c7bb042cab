import re

import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles import body
from articles.body.extensions import SANITISER, allow_list
from articles.body.inline import Run, inline_html, one_line
from articles.text import one_form
from tests.factories import SAMPLES

KEY = "k3y0k3y0"

# Strategies

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Zs", "Zl", "Zp"]),
    min_size=1,
)
LINE = st.lists(TEXT, min_size=1, max_size=4).map(" ".join).map(one_line).filter(bool)
#: Such as a speaker or a caption: without what nobody sees.
WORDS = st.just("") | LINE.map(one_form)
URL = st.sampled_from(["", "https://example.org/a?b=1&c=2", "/stories/x/", "mailto:a@b.org"])
RUNS = st.lists(
    st.builds(
        Run,
        st.one_of(LINE, st.just("\n")),
        st.booleans(),
        st.booleans(),
        URL,
        st.sampled_from(["", "sup", "sub"]),
    ),
    min_size=1,
)
INLINE = RUNS.map(inline_html).filter(bool)
PARAGRAPHS = st.builds(body.Paragraph, INLINE)
KEYS = st.from_regex(r"[a-z0-9]{8,32}", fullmatch=True)
ROWS = st.integers(1, 10**15)
LISTS = st.recursive(
    st.builds(
        body.ListBlock,
        st.booleans(),
        st.lists(st.builds(body.ListItem, st.tuples(PARAGRAPHS)), min_size=1, max_size=3).map(
            tuple
        ),
    ),
    lambda inner: st.builds(
        body.ListBlock,
        st.booleans(),
        st.lists(
            st.builds(body.ListItem, st.tuples(PARAGRAPHS, inner)), min_size=1, max_size=2
        ).map(tuple),
    ),
    max_leaves=3,
)


def depth(block: body.ListBlock) -> int:
    inner = [b for item in block.items for b in item.blocks if isinstance(b, body.ListBlock)]
    return 1 + max(map(depth, inner), default=0)


BLOCKS = st.lists(
    st.one_of(
        PARAGRAPHS,
        st.builds(body.Heading, st.sampled_from([2, 3]), INLINE),
        LISTS.filter(lambda block: depth(block) <= 4),
        st.builds(body.BlockQuote, st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple)),
        st.builds(body.PullQuote, KEYS, LINE, WORDS),
        st.builds(
            body.AlsoRead, KEYS, LINE, st.sampled_from(["", "Also Read | "]), st.none() | ROWS
        ),
        st.builds(body.Figure, KEYS, ROWS, WORDS, WORDS, WORDS),
        st.builds(
            body.Embed,
            KEYS,
            st.sampled_from(
                ["https://youtu.be/a?b=1&c=2", "https://x.com/a/status/1", "https://b.org"]
            ),
            WORDS,
            WORDS,
        ),
        st.just(body.Rule()),
    )
).map(body.with_own_keys)

TAGS = [
    "p", "h1", "h2", "h5", "ul", "ol", "li", "blockquote", "hr", "br", "strong", "b", "em", "a",
    "a href='/x'", "a href='javascript:x'", "a href='https://[x'", "div", "span", "table", "td",
    "aside", "aside data-block='pull-quote'", f"aside data-block=also-read data-key={KEY}",
    "figure data-block=figure data-picture=7", "aside data-block=embed data-url='https://x.com/a'",
    "figcaption", "img src=x onerror=y", "script",
    "style", "svg", "math", "iframe", "select", "template", "frameset", "plaintext", "button",
    "span style='font-weight:700'", "p style='mso-list:l0 level1'", "body", "html", "title",
]  # fmt: skip
SOUP = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>"),
        st.text(max_size=5),
        st.sampled_from(["&nbsp;", "&#1;", "&lt;b>", "<!-- x", "-->", "<![CDATA[", "\n", "\ud800"]),
    ),
    max_size=25,
).map("".join)


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


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("", ""),
        ("<p></p><p> &nbsp;<br></p>", ""),
        ("bare <i>words</i>", "<p>bare <em>words</em></p>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ('<p onclick="x" style="color:red" class="y" id="z">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<p>a</p>"),
        ('<a href=" jAva\tscript&colon;alert(1)">a</a>', "<p>a</p>"),
        ('<a href="data:text/html,x">a</a>', "<p>a</p>"),
        ('<a href="//evil.example/">a</a> <a href="/\\evil.example">b</a>', "<p>a b</p>"),
        ('<a href="ftp://a.example/">a</a> <a href="page">b</a>', "<p>a b</p>"),
        (
            '<a href="https://a.example/?q=1&amp;r=2" target="_blank" rel="opener" title="t">a</a>',
            '<p><a href="https://a.example/?q=1&amp;r=2">a</a></p>',
        ),
        (
            '<a href="mailto:desk@example.org">a</a><a href="/news/#x">b</a>',
            '<p><a href="mailto:desk@example.org">a</a><a href="/news/#x">b</a></p>',
        ),
        ('<svg onload="x"><style>p</style><text>a</text></svg><p>b</p>', "<p>b</p>"),
        ('<iframe src="x">a</iframe><math><mi>b</mi></math>c', "<p>c</p>"),
        ("<style>p{}</style><title>t</title><p>a</p>", "<p>a</p>"),
        ('<img src="x" onerror="y"><p>a</p>', "<p>a</p>"),
        ("<aside>a</aside><figure>b</figure>", "<p>a</p>\n<p>b</p>"),
        ('<aside data-block="figure" data-picture="7">a</aside>', "<p>a</p>"),
        ('<figure data-block="figure" data-picture="7 or 1">a</figure>', "<p>a</p>"),
        ('<p data-block="pull-quote" data-key="k3y0k3y0">a</p>', "<p>a</p>"),
        ('<blockquote><aside data-block="pull-quote">a</aside></blockquote>',
         "<blockquote><p>a</p></blockquote>"),
        ('<aside data-block="embed" data-url="javascript:x">a</aside>', "<p>a</p>"),
        ('<aside data-block="embed" data-url="javascript:x"></aside>', ""),
        ('<aside data-block="embed" data-url="http://a.example/">a</aside>',
         '<p><a href="http://a.example/">a</a></p>'),
        ('<aside data-block="embed" data-url="/news/"></aside>',
         '<p><a href="/news/">/news/</a></p>'),
        ("<h1>a</h1><h6>b</h6>", "<h2>a</h2>\n<h3>b</h3>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>",
         "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"),
        ("<ul> <li></li> </ul><blockquote> </blockquote><h2></h2>", ""),
        ("<table><tr><td>a<td>b</table>", "<p>a</p>\n<p>b</p>"),
        ("<p><strong>a</strong><strong>b</strong></p>", "<p><strong>ab</strong></p>"),
        ("<em><strong>a</strong></em>", "<p><strong><em>a</em></strong></p>"),
        ("<p>a  \n b </p>", "<p>a b</p>"),
        ("<p>a\x00\x01\x0b\ufffeb</p>", "<p>ab</p>"),
        ("The <del>old</del><ins>new</ins> word", "<p>The new word</p>"),
        ('<span style="text-decoration:line-through">gone</span> <s>x</s>stays', "<p>stays</p>"),
        ('x<a class=msocomanchor href="#_msocom_1">[A1]</a>', "<p>x</p>"),
        ('x<div style="mso-element:comment-list"><p>Really?</p></div>', "<p>x</p>"),
        ("10<sup>5</sup> H<sub>2</sub>O", "<p>10<sup>5</sup> H<sub>2</sub>O</p>"),
        ('m<span style="vertical-align:super;font-size:.6em">2</span>', "<p>m<sup>2</sup></p>"),
        ("one<i> </i>two", "<p>one two</p>"),
        ("See<a href> the report </a>now", "<p>See the report now</p>"),
        ('See<a href="/x/"> the report </a>now', '<p>See <a href="/x/">the report</a> now</p>'),
        ('a<a href="/x/"></a>b<a href="/y/"> </a>c', "<p>ab c</p>"),
        ("<b>a </b><b>b</b>", "<p><strong>a b</strong></p>"),
        ('<a href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D">x</a>',
         '<p><a href="https://example.org/a?b=1">x</a></p>'),
        ('<a href="https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F">x</a>',
         '<p><a href="https://a.example/">x</a></p>'),
        ('<a href="https://www.google.com/search?q=https://a.example/">x</a>',
         '<p><a href="https://www.google.com/search?q=https://a.example/">x</a></p>'),
        ("<button>Share</button>a", "<p>a</p>"),
        ("<p>1 &lt; 2 &amp;amp; &lt;script&gt;</p>", "<p>1 &lt; 2 &amp;amp; &lt;script&gt;</p>"),
    ],
)  # fmt: skip
def test_clean(html: str, cleaned: str) -> None:
    assert body.clean(html) == cleaned


def test_our_blocks_hold_plain_text_and_known_attributes_only() -> None:
    html = (
        f'<aside data-block="pull-quote" data-key="{KEY}" data-story="3" data-evil="x" onclick="x"'
        ' data-speaker="<script>&quot;"><p>a <b>b</b></p><p>c</p></aside>'
    )

    assert body.clean(html) == (
        f'<aside data-block="pull-quote" data-key="{KEY}" data-speaker="&lt;script&gt;&quot;">'
        "a b c</aside>"
    )


def test_a_block_inside_another_stands_after_it() -> None:
    html = (
        '<aside data-block="pull-quote" data-key="aaaaaaaa">a'
        '<aside data-block="also-read" data-key="bbbbbbbb">b</aside>c</aside>'
    )

    assert body.read(html) == (
        body.PullQuote("aaaaaaaa", "a"),
        body.AlsoRead("bbbbbbbb", "b"),
        body.Paragraph("c"),
    )


def test_keys_are_made_where_missing_malformed_or_taken() -> None:
    quote = '<aside data-block="pull-quote" data-key="{}">a</aside>'
    html = "".join(quote.format(key) for key in (KEY, KEY, "", "UPPERCASE", "short", "x" * 33))

    keys = [block.key for block in body.read(body.clean(html)) if isinstance(block, body.PullQuote)]

    assert keys[0] == KEY
    assert len(set(keys)) == 6
    assert all(re.fullmatch(r"[a-z0-9]{8,32}", key) for key in keys)


def test_lists_nest_four_deep_and_keep_their_words_beyond() -> None:
    html = "<ul><li>a" * 10 + "</ul>" * 10

    cleaned = body.clean(html)

    assert cleaned.count("<ul>") == 4
    assert body.plain_text(body.read(cleaned)).split() == ["a"] * 10


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul", "aside"])
def test_nesting_that_is_no_text_is_refused(tag: str) -> None:
    with pytest.raises(body.BodyTooDeep, match="without its formatting"):
        body.clean(f"<{tag}>" * 100_000 + "a")


def test_a_long_body_of_unclosed_paragraphs_is_read() -> None:
    assert len(body.read("<p>a<br>b" * 2_000)) == 2_000


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


# Pull quotes

TEXT_BLOCKS = body.read(
    "<p>“In the face of the <em>real</em> risks, we must safeguard the\u00a0right to "
    "development,” Xi stated.</p><p>He emphasized the state’s role — again.</p><p>西方的影响力</p>"
    f'<aside data-block="pull-quote" data-key="{KEY}">only here</aside>'
)


@pytest.mark.parametrize(
    "words",
    [
        "we must safeguard the right to development",
        '"In the face of the real risks,"',
        "the state's role – again",
        "development,” Xi stated. He emphasized",
        "的影响",
    ],
)
def test_words_that_stand_in_the_text(words: str) -> None:
    assert body.pull_quote_in_text(words, TEXT_BLOCKS)


@pytest.mark.parametrize(
    "words", ["We must safeguard", "e must safeguar", "must protect", "only here", "", "“”"]
)
def test_words_that_do_not_stand_in_the_text(words: str) -> None:
    assert not body.pull_quote_in_text(words, TEXT_BLOCKS)
