"""Who is at work on a story, what people tell each other, and what they show to outsiders."""

from articles.models.collaboration.note import Note
from articles.models.collaboration.notice import Notice, NoticeQuerySet
from articles.models.collaboration.presence import Presence
from articles.models.collaboration.preview_link import (
    PreviewLink,
    PreviewLinkQuerySet,
    PreviewUse,
)

__all__ = [
    "Note",
    "Notice",
    "NoticeQuerySet",
    "Presence",
    "PreviewLink",
    "PreviewLinkQuerySet",
    "PreviewUse",
]
