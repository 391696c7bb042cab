"""The article page's context: the frozen version, joined with what was decided since."""

from datetime import datetime
from typing import TypedDict

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from markupsafe import Markup

from articles.body import PictureData
from articles.core import section_url
from articles.models import PublishedVersion, TermKind
from articles.readers.cache.building import Building
from articles.readers.formatting import years_between
from articles.readers.language import inside, language, language_of
from articles.readers.live.stream import LiveStream, stream_of
from articles.readers.masthead import masthead
from articles.readers.pages.embeds import embeds_of, with_embeds
from articles.readers.pages.inline_links import body_with_inline_links
from articles.readers.pages.named import Named, named
from articles.readers.pages.pictures import pictures_of
from articles.readers.pages.recent_news import recent_news
from articles.readers.pages.related_links import AfterBody, links_after_body, links_of
from articles.readers.pages.shown_corrections import ShownCorrection, corrections_of

#: Characters of a body from which its language is guessed, if none was frozen.
SAMPLE = 20_000


class ArticleContext(TypedDict):
    """All that the template `articles/article.html` needs; datetimes are timezone-aware."""

    masthead: SafeString
    version: PublishedVersion
    #: That of the story and of the page.
    language: str
    #: The same as attributes for the parts in the newsroom's language; "" if that is the story's.
    chrome: Markup
    #: The path of the section's page; "" without a section.
    section_url: str
    body: SafeString
    #: Whether something of another site can be loaded in it.
    has_embeds: bool
    authors: list[Named]
    #: The byline, in order: each author with the path of their page, other words with None.
    byline: list[tuple[str, str | None]]
    picture: PictureData | None
    #: The same in the shapes of other sites, the widest first; none without a picture.
    shapes: list[PictureData]
    published: datetime
    updated: datetime | None
    #: Whole years since publication.
    years: int
    tags: list[Named]
    related: list[AfterBody]
    corrections: list[ShownCorrection]
    #: What is above the text of a live blog.
    live: LiveStream | None
    #: A list of HTML, “” if there are none.
    recent: SafeString
    preview: bool


def article_context(
    version: PublishedVersion,
    at: datetime,
    building: Building | None = None,
    *,
    preview: bool = False,
    entry: str = "",
) -> ArticleContext:
    """Return the context for a version as readers see it at the timezone-aware datetime `at`.

    The version may be unsaved, as in a preview, and its story too. It takes four queries, however
    many links there are: one more if the story has corrections, another if it has pictures, two to
    four if it is a live blog, and two less if the page is to be cached: then masthead and recent
    news are joined in later (`building`). The stream of a live blog begins with the entry that has
    the key `entry`.
    """
    live = stream_of(version, at, entry)
    links = links_of(version, at)
    pictures = pictures_of(version)
    spoken, section = language_of_page(version), version.section
    published = version.published_at if version.pk else at
    embeds = embeds_of(version)
    authors = named(TermKind.AUTHOR, version.content.get("authors", ()))
    return {
        "masthead": masthead(at, building),
        "version": version,
        "language": spoken,
        "chrome": inside(language(), spoken),
        "section_url": section_url(section.slug) if section else "",
        "body": with_embeds(body_with_inline_links(version, links, pictures.body), embeds, spoken),
        "has_embeds": bool(embeds),
        "authors": authors,
        "byline": _byline(version, authors),
        "picture": pictures.lead,
        "shapes": pictures.shapes,
        "published": published,
        "updated": _updated(version, live),
        "years": years_between(published, at),
        "tags": named(TermKind.TAG, version.content.get("tags", ())),
        "related": links_after_body(version, links),
        "corrections": _corrections(version, at),
        "live": live,
        "recent": recent_news(at, building, without=version.story_id),
        "preview": preview,
    }


def _updated(version: PublishedVersion, live: LiveStream | None) -> datetime | None:
    """Return when readers last got more than a minor change; of a live blog, its entries too."""
    told = [version.modified_at, live.changed_at if live else None]
    return max((time for time in told if time), default=None)


def _byline(version: PublishedVersion, authors: list[Named]) -> list[tuple[str, str | None]]:
    pages = dict(authors)
    return [(name, pages[name] if is_author else None) for name, is_author in version.byline]


def language_of_page(version: PublishedVersion) -> str:
    """Return the language of the story, which is that of its page."""
    if version.language:
        return version.language
    text = strip_tags(version.body_html[:SAMPLE])
    return language_of("", f"{version.headline}\n{version.summary}\n{text}")


def _corrections(version: PublishedVersion, at: datetime) -> list[ShownCorrection]:
    # `version_at` has asked already; a story that was never saved has none.
    some = getattr(version, "has_corrections", version.story_id is not None)
    return corrections_of(version.story_id, at) if some else []
