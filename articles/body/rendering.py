"""A body as readers get it: HTML; what is known about its pictures is passed in."""

from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from typing import NotRequired, TypedDict

from markupsafe import Markup
from markupsafe import escape as markup

from articles.body.blocks import AlsoRead, Block, Embed, Figure, Paragraph, PullQuote
from articles.body.directions import own_attributes
from articles.body.embedding import embedded, site_of
from articles.body.providers import Shape
from articles.body.writing import write

#: How wide a story shows its pictures.
LEAD_SIZES = "(max-width: 60rem) 100vw, 60rem"
FIGURE_SIZES = "(max-width: 42rem) 100vw, 42rem"


class PictureData(TypedDict):
    """What a page needs to show a picture; widths and heights are in pixels."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    #: The same in newer formats, best first: their types, and a `srcset` of each.
    sources: NotRequired[list[tuple[str, str]]]


def also_read_mark(key: str) -> str:
    """Return the mark where an inline link is joined in when a page is read."""
    return f"<!--also-read:{key}-->"


def embed_mark(key: str) -> str:
    """Return the mark where a page offers to load the embed with this key."""
    return f"<!--embed:{key}-->"


def render(
    blocks: Iterable[Block],
    dateline: str,
    pictures: Mapping[int, PictureData],
    language: str = "en",
) -> str:
    """Return the HTML of clean blocks, the printed dateline at the start of the first paragraph.

    `language` is that of the story, and so of the page: a block in another direction or script says
    so. A figure whose picture is not in `pictures` is left out.
    """
    opening = Markup('<span class="dateline">{}</span>').format(dateline) if dateline else ""
    html: list[str] = []
    for block in blocks:
        if opening and isinstance(block, Paragraph):
            own = own_attributes(language, f"{dateline} {block.text}")
            html.append(f"<p{own}>{opening}{block.html}</p>")
            opening = ""
        else:
            html.append(_block(block, pictures, language))
    return "\n".join(html)


def _block(block: Block, pictures: Mapping[int, PictureData], language: str) -> str:
    match block:
        case AlsoRead(key):
            return also_read_mark(key)
        case PullQuote(_, words, speaker):
            own = own_attributes(language, words)
            by = (
                f"<figcaption{own_attributes(language, speaker)}>{escape(speaker)}</figcaption>"
                if speaker
                else ""
            )
            return (
                f'<figure class="pull-quote"><blockquote{own}><p>'
                f"{escape(words)}</p></blockquote>{by}</figure>"
            )
        case Figure(_, picture, alt, caption, credit):
            if picture not in pictures:
                return ""
            shown: PictureData = {**pictures[picture], "alt": alt, "caption": caption}
            shown["credit"] = credit or shown["credit"]
            return figure_html(shown, language)
        case Embed():
            return f'<figure class="embed">{_card(block, language)}{embed_mark(block.key)}</figure>'
        case _:
            return write([block], partial(own_attributes, language))


def _card(embed: Embed, language: str) -> str:
    """Return what readers get of an embed without asking its site for anything: a link."""
    found = embedded(embed.url)
    is_post = found is not None and found.provider.shape == Shape.POST
    kind, own = "words" if is_post else "title", own_attributes(language, embed.title)
    html = f'<span class="embed-{kind}"{own}>{escape(embed.title)}</span>'
    if not embed.title:
        url = embed.url.partition("://")[2].removeprefix("www.")
        html = f'<bdi class="embed-title">{escape(url)}</bdi>'
    # It may be in any language.
    by = f" · <bdi>{escape(embed.author)}</bdi>" if embed.author else ""
    site = f'<span class="embed-site"><bdi>{escape(site_of(embed.url))}</bdi>{by}</span>'
    return f'<a class="embed-card" href="{escape(embed.url)}" rel="noopener">{site} {html}</a>'


def image_html(picture: PictureData, sizes: str, alt: str, attributes: str) -> Markup:
    """Return the picture as an `<img>`; `sizes` says how wide it is shown, as in HTML.

    `alt` is its alternative text, `attributes` are more attributes, as HTML.
    """
    html = f'<img src="{escape(picture["src"])}"'
    if picture["srcset"]:
        html += f' srcset="{escape(picture["srcset"])}" sizes="{sizes}"'
    if picture["width"] and picture["height"]:
        html += f' width="{picture["width"]:d}" height="{picture["height"]:d}"'
    html += f' alt="{escape(alt)}" {attributes}>'
    # Escaped above; sizes and attributes are our own.
    return Markup(with_sources(html, picture.get("sources", ()), sizes))  # noqa: S704


def with_sources(image: str, sources: Iterable[tuple[str, str]], sizes: str) -> str:
    """Return the HTML of an `<img>` with the same picture in newer formats, if there are any."""
    html = "".join(
        f'<source type="{kind}" srcset="{escape(srcset)}"'
        + (f' sizes="{sizes}">' if "w," in srcset else ">")
        for kind, srcset in sources
    )
    return f"<picture>{html}{image}</picture>" if html else image


def preload_html(picture: PictureData, sizes: str) -> Markup:
    """Return the link that makes a browser fetch the picture before it has read that far.

    It names the same file as `image_html`, in the best format, for browsers that know it.
    """
    sources = picture.get("sources", ())
    kind, srcset = sources[0] if sources else ("", picture["srcset"])
    html = '<link rel="preload" as="image" fetchpriority="high"'
    html += f' type="{kind}"' if kind else ""
    if srcset:
        html += f' imagesrcset="{escape(srcset)}" imagesizes="{sizes}"'
    else:
        html += f' href="{escape(picture["src"])}"'
    # Escaped above; sizes are our own.
    return Markup(f"{html}>")  # noqa: S704


def figure_html(picture: PictureData, language: str = "en", *, lead: bool = False) -> Markup:
    """Return a figure with caption and credit; the lead picture is wide and loads at once.

    `language` is that of the page around it.
    """
    image = image_html(
        picture,
        LEAD_SIZES if lead else FIGURE_SIZES,
        picture["alt"],
        'fetchpriority="high"' if lead else 'loading="lazy"',
    )
    # Escaped here and above.
    return Markup(  # noqa: S704
        f'<figure class="picture{" lead-picture" if lead else ""}">'
        f"{image}{_figcaption(picture, language)}</figure>"
    )


def _figcaption(picture: PictureData, language: str) -> str:
    caption, credit = picture["caption"], picture["credit"]
    if not caption and not credit:
        return ""
    by = f' <span class="credit"><bdi>{markup(credit)}</bdi></span>' if credit else ""
    own = own_attributes(language, caption or credit)
    return f"<figcaption{own}>{markup(caption)}{by}</figcaption>"
