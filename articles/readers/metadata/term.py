from typing import Any

from django.conf import settings
from django.http import HttpRequest
from markupsafe import Markup

from articles.models import AuthorPeriod, TermKind
from articles.readers.language import gettext
from articles.readers.listings.find_term import FoundTerm
from articles.readers.metadata.json_ld import escaped
from articles.readers.metadata.listing import listing_metadata
from articles.readers.metadata.metadata import Metadata, feeds_of
from articles.text import isolated


def term_metadata(request: HttpRequest, term: FoundTerm, *, before: str | None = None) -> Metadata:
    """Return what the page of a tag, an author or a place says of itself.

    `before` is where this page of it begins.
    """
    said = listing_metadata(
        request,
        term.name,
        _description(term),
        before=before,
        feeds=feeds_of(request, term.kind, term.slug, term.name),
    )
    return said._replace(json_ld=_profile(request, term.author)) if term.author else said


def _description(term: FoundTerm) -> str:
    site = settings.NEWSROOM_NAME
    if term.kind == TermKind.AUTHOR:
        return gettext(
            "All stories by %(name)s on %(site)s, newest first.",
            name=isolated(term.name),
            site=site,
        )
    return gettext(
        "All stories from %(site)s on %(section)s, newest first.",
        site=site,
        section=isolated(term.name),
    )


def _profile(request: HttpRequest, author: AuthorPeriod) -> Markup:
    """Return the page of an author as https://schema.org/ProfilePage has it."""
    portrait = author.portrait
    person: dict[str, Any] = {
        "@type": "Person",
        "name": author.name,
        "url": request.build_absolute_uri(request.path),
        "jobTitle": author.role,
        "description": author.bio,
        "email": author.email,
        "image": request.build_absolute_uri(portrait["src"]) if portrait else "",
        "sameAs": author.links.split(),
    }
    known = {name: value for name, value in person.items() if value}
    return escaped({"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": known})
