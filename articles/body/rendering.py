"""A body as readers get it: HTML, with what is known of pictures handed in."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import TypedDict

from markupsafe import Markup

from articles.body.blocks import AlsoRead, Block, Figure, Paragraph, PullQuote
from articles.body.writing import write


class PictureData(TypedDict):
    """What a page needs to show a picture; widths and heights are in pixels."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


def also_read_mark(key: str) -> str:
    """Return the mark that stands where an inline link is joined when a page is read."""
    return f"<!--also-read:{key}-->"


def render(blocks: Iterable[Block], dateline: str, pictures: Mapping[int, PictureData]) -> str:
    """Return the HTML of clean blocks, the printed dateline at the start of the first paragraph.

    A figure whose picture is not in `pictures` is left out.
    """
    opening = Markup('<span class="dateline">{}</span>').format(dateline) if dateline else ""
    html: list[str] = []
    for block in blocks:
        if opening and isinstance(block, Paragraph):
            html.append(f"<p>{opening}{block.html}</p>")
            opening = ""
        else:
            html.append(_block(block, pictures))
    return "\n".join(html)


def _block(block: Block, pictures: Mapping[int, PictureData]) -> str:
    match block:
        case AlsoRead(key):
            return also_read_mark(key)
        case PullQuote(_, words, speaker):
            by = f"<figcaption>{escape(speaker)}</figcaption>" if speaker else ""
            return (
                '<figure class="pull-quote"><blockquote><p>'
                f"{escape(words)}</p></blockquote>{by}</figure>"
            )
        case Figure(_, picture, alt, caption):
            if picture not in pictures:
                return ""
            return figure_html({**pictures[picture], "alt": alt, "caption": caption})
        case _:
            return write([block])


def image_html(picture: PictureData, sizes: str, alt: str, attributes: str) -> Markup:
    """Return the picture as an `<img>`; `sizes` says how wide it is shown, as in HTML.

    `alt` is its alternative text, `attributes` are more attributes, as HTML.
    """
    html = f'<img src="{escape(picture["src"])}"'
    if picture["srcset"]:
        html += f' srcset="{escape(picture["srcset"])}" sizes="{sizes}"'
    if picture["width"] and picture["height"]:
        html += f' width="{picture["width"]:d}" height="{picture["height"]:d}"'
    # Escaped above; sizes and attributes are our own.
    return Markup(f'{html} alt="{escape(alt)}" {attributes}>')  # noqa: S704


def figure_html(picture: PictureData, *, lead: bool = False) -> Markup:
    """Return a figure with caption and credit; the lead picture is wide and loads at once."""
    width = "60rem" if lead else "42rem"
    credit = picture["credit"]
    words = Markup('<figcaption dir="auto">{}{}</figcaption>').format(
        picture["caption"],
        Markup(' <span class="credit">{}</span>').format(credit) if credit else "",
    )
    return Markup('<figure class="picture{}">{}{}</figure>').format(
        " lead-picture" if lead else "",
        image_html(
            picture,
            f"(max-width: {width}) 100vw, {width}",
            picture["alt"],
            'fetchpriority="high"' if lead else 'loading="lazy"',
        ),
        words if picture["caption"] or credit else "",
    )
