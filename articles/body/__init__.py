"""The body of a story: one document of a closed set of blocks, stored as clean HTML. No Django.

The blocks are paragraph, heading, list, block quote, pull quote, also-read, figure and rule. One
list of extensions tells the editor in the browser what can be written, and the server what may
stay. Pull quotes, also-reads and figures carry a key, by which `writing` keeps their rows in step
with the document: a moved or edited block keeps its row, and a removed one is marked.
"""

from articles.body.anchors import Quote, anchor_text, find_quote, quote_at
from articles.body.blocks import (
    AlsoRead,
    Block,
    BlockQuote,
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
from articles.body.extensions import EXTENSIONS
from articles.body.quoting import pull_quote_in_text, quotable
from articles.body.reading import read
from articles.body.redirects import REDIRECTS
from articles.body.rendering import (
    FIGURE_SIZES,
    LEAD_SIZES,
    PictureData,
    also_read_mark,
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
    "MAX_LENGTH",
    "REDIRECTS",
    "AlsoRead",
    "Block",
    "BlockQuote",
    "BodyRefused",
    "BodyTooDeep",
    "BodyTooLong",
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
    "also_read_mark",
    "anchor_text",
    "as_data",
    "clean",
    "figure_html",
    "find_quote",
    "from_data",
    "image_html",
    "new_key",
    "own_attributes",
    "paragraph",
    "plain_text",
    "preload_html",
    "pull_quote_in_text",
    "quotable",
    "quote_at",
    "read",
    "render",
    "with_own_keys",
    "with_sources",
    "write",
]
