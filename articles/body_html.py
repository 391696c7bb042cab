"""A body as readers get it. Pure: what is known of pictures is handed in."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import TypedDict

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import body


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
    """Give the mark that stands where an inline link is joined when a page is read."""
    return f"<!--also-read:{key}-->"


def render(blocks: Iterable[body.Block], dateline: str, pictures: Mapping[int, PictureData]) -> str:
    """Give the HTML of clean blocks, with the printed dateline at the start of the first
    paragraph. A figure whose picture is not in `pictures` is left out."""
    opening = format_html('<span class="dateline">{}</span>', dateline) if dateline else ""
    html: list[str] = []
    for block in blocks:
        if opening and isinstance(block, body.Paragraph):
            html.append(f"<p>{opening}{block.html}</p>")
            opening = ""
        else:
            html.append(_block(block, pictures))
    return "\n".join(html)


def _block(block: body.Block, pictures: Mapping[int, PictureData]) -> str:
    match block:
        case body.AlsoRead(key):
            return also_read_mark(key)
        case body.PullQuote(_, words, speaker):
            by = f"<figcaption>{escape(speaker)}</figcaption>" if speaker else ""
            return (
                '<figure class="pull-quote"><blockquote><p>'
                f"{escape(words)}</p></blockquote>{by}</figure>"
            )
        case body.Figure(_, picture, alt, caption):
            if picture not in pictures:
                return ""
            return figure({**pictures[picture], "alt": alt, "caption": caption})
        case _:
            return body.write([block])


def image(picture: PictureData, sizes: str, alt: str, attributes: str) -> SafeString:
    """Give the picture as an `<img>`; `sizes` says how wide it is shown, as HTML does.

    `alt` is what it says to who does not see it, `attributes` are more of them, as HTML.
    """
    html = f'<img src="{escape(picture["src"])}"'
    if picture["srcset"]:
        html += f' srcset="{escape(picture["srcset"])}" sizes="{sizes}"'
    if picture["width"] and picture["height"]:
        html += f' width="{picture["width"]:d}" height="{picture["height"]:d}"'
    # Escaped above; sizes and attributes are our own.
    return mark_safe(f'{html} alt="{escape(alt)}" {attributes}>')


def figure(picture: PictureData, *, lead: bool = False) -> SafeString:
    """Give a figure with its caption and credit; the lead picture is wide, and comes at once."""
    width = "60rem" if lead else "42rem"
    credit = picture["credit"]
    words = format_html(
        '<figcaption dir="auto">{}{}</figcaption>',
        picture["caption"],
        format_html(' <span class="credit">{}</span>', credit) if credit else "",
    )
    return format_html(
        '<figure class="picture{}">{}{}</figure>',
        " lead-picture" if lead else "",
        image(
            picture,
            f"(max-width: {width}) 100vw, {width}",
            picture["alt"],
            'fetchpriority="high"' if lead else 'loading="lazy"',
        ),
        words if picture["caption"] or credit else "",
    )
