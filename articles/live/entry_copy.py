"""What people write of an entry, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from articles import body
from articles.core import NewsroomError, translate
from articles.live.entry_body import entry_body, picture_in
from articles.models import Author, LiveEntry, Picture
from articles.text import has_words, one_form

#: Characters of a headline, and of a note on a correction.
LONGEST_HEADLINE, LONGEST_NOTE = 200, 1000


@dataclass(frozen=True, slots=True)
class EntryCopy:
    """An entry: `shown_at` is the time that readers are told, None for that of publication.

    `note` says what was corrected; "" if readers need not be told.
    """

    body: str
    headline: str = ""
    author: Author | None = None
    is_key: bool = False
    shown_at: datetime | None = None
    note: str = ""


def put_into(entry: LiveEntry, copy: EntryCopy) -> None:
    """Let the entry say what the copy says, cleaned. Raise `NewsroomError` if it does not fit."""
    try:
        text = entry_body(copy.body)
    except body.BodyRefused as error:
        raise NewsroomError(translate(error.message)) from error
    headline, note = one_form(copy.headline), " ".join(copy.note.split())
    blocks = body.read(text)
    picture = picture_in(blocks)
    if not picture and not has_words(body.plain_text(blocks)):
        raise NewsroomError(gettext("Write the text of the entry."))
    if copy.is_key and not headline:
        raise NewsroomError(
            gettext("A key moment needs a headline: the list above the entries shows it.")
        )
    if len(headline) > LONGEST_HEADLINE or len(note) > LONGEST_NOTE:
        raise NewsroomError(gettext("The headline or the note is too long: shorten it."))
    if picture and not Picture.objects.filter(pk=picture).exists():
        raise NewsroomError(gettext("The picture of the entry is no longer there: remove it."))
    entry.headline, entry.body, entry.note = headline, text, note
    entry.author, entry.is_key, entry.shown_at = copy.author, copy.is_key, copy.shown_at
    entry.picture_id = picture


def copy_of(entry: LiveEntry) -> EntryCopy:
    """Return what the entry says."""
    return EntryCopy(
        body=entry.body,
        headline=entry.headline,
        author=entry.author,
        is_key=entry.is_key,
        shown_at=entry.shown_at,
        note=entry.note,
    )
