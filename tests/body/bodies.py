"""Bodies of any blocks, and HTML of any kind, for tests that try many."""

from hypothesis import strategies as st

from articles import body
from articles.body.inline import Run, inline_html, one_line
from articles.text import one_form

KEY = "k3y0k3y0"


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
