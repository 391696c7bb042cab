"""The body of a story: one document of a closed set of blocks, stored as clean HTML. No Django.

The blocks are paragraph, heading, list, block quote, pull quote, also-read, figure, embed and rule.
One list of extensions tells the editor in the browser what can be written, and the server what may
stay. Pull quotes, also-reads, figures and embeds carry a key: a moved or edited block keeps it.
`writing` uses the keys to keep the rows of the first three in step with the document, and marks
removed ones.
"""

from articles.body.anchors import Quote, anchor_text, find_quote, quote_at
from articles.body.blocks import (
    AlsoRead,
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    Keyed,
    ListBlock,
    ListItem,
    Paragraph,
    PullQuote,
    Rule,
    plain_text,
)
from articles.body.bounds import MAX_LENGTH, BodyRefused, BodyTooDeep, BodyTooLong
from articles.body.cleaning import clean, new_key, with_own_keys
from articles.body.data import as_data, from_data
from articles.body.directions import own_attributes
from articles.body.embedding import (
    Embedded,
    embedded,
    frame_origins,
    origin,
    patterns,
    provider_names,
    site_of,
)
from articles.body.extensions import EXTENSIONS
from articles.body.left_out import LEFT_OUT
from articles.body.providers import Shape
from articles.body.quoting import pull_quote_in_text, quotable
from articles.body.reading import read
from articles.body.redirects import REDIRECTS
from articles.body.rendering import (
    FIGURE_SIZES,
    LEAD_SIZES,
    PictureData,
    also_read_mark,
    embed_mark,
    figure_html,
    image_html,
    preload_html,
    render,
    with_sources,
)
from articles.body.writing import paragraph, write

__all__ = [
    "EXTENSIONS",
    "FIGURE_SIZES",
    "LEAD_SIZES",
    "LEFT_OUT",
    "MAX_LENGTH",
    "REDIRECTS",
    "AlsoRead",
    "Block",
    "BlockQuote",
    "BodyRefused",
    "BodyTooDeep",
    "BodyTooLong",
    "Embed",
    "Embedded",
    "Figure",
    "Heading",
    "Keyed",
    "ListBlock",
    "ListItem",
    "Paragraph",
    "PictureData",
    "PullQuote",
    "Quote",
    "Rule",
    "Shape",
    "also_read_mark",
    "anchor_text",
    "as_data",
    "clean",
    "embed_mark",
    "embedded",
    "figure_html",
    "find_quote",
    "frame_origins",
    "from_data",
    "image_html",
    "new_key",
    "origin",
    "own_attributes",
    "paragraph",
    "patterns",
    "plain_text",
    "preload_html",
    "provider_names",
    "pull_quote_in_text",
    "quotable",
    "quote_at",
    "read",
    "render",
    "site_of",
    "with_own_keys",
    "with_sources",
    "write",
]
