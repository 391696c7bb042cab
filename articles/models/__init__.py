"""The nouns of the newsroom, one a file."""

from articles.models.author import Author, Byline
from articles.models.correction import Correction
from articles.models.dateline import Dateline, DatelinePlace
from articles.models.edition import Edition
from articles.models.event import Event
from articles.models.figure import Figure
from articles.models.generation import Generation
from articles.models.login import FailedLogin, Login
from articles.models.picture import Picture
from articles.models.place import Place
from articles.models.pull_quote import PullQuote
from articles.models.related_link import RelatedLink
from articles.models.revision import Revision
from articles.models.section import Section
from articles.models.story import Story
from articles.models.wire_item import WireItem

__all__ = [
    "Author",
    "Byline",
    "Correction",
    "Dateline",
    "DatelinePlace",
    "Edition",
    "Event",
    "FailedLogin",
    "Figure",
    "Generation",
    "Login",
    "Picture",
    "Place",
    "PullQuote",
    "RelatedLink",
    "Revision",
    "Section",
    "Story",
    "WireItem",
]
