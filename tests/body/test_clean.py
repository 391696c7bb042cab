import re

import pytest

from articles import body
from tests.body.bodies import KEY


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
