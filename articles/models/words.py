"""The words of stories as they are searched: beside the text, written with it.

`articles/search` makes and reads them. Triggers on SQLite and an index on PostgreSQL find rows by
their tokens (`articles/database/search_index.py`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.collaboration import Note
from articles.models.live.entry_version import EntryVersion
from articles.models.live.live_entry import LiveEntry
from articles.models.published_version import PublishedVersion
from articles.models.story import Story
from articles.models.wire_copy import WireCopy


class Words(models.Model):
    """Words of one text, each as `articles.search.analysis` has it, with spaces between."""

    #: Which analysis made them; 0: they are to be made again.
    analysis = models.PositiveSmallIntegerField()
    #: All words in order, for phrases.
    words = models.TextField()
    #: Each token once.
    tokens = models.TextField()

    class Meta:
        abstract = True
        default_permissions = ()


class StoryWords(Words):
    """The words of a working copy, for the desk.

    Authors are there by primary key: they are found by their present names.
    """

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="words")

    class Meta(Words.Meta):
        verbose_name = _("words of a story")
        verbose_name_plural = _("words of stories")

    def __str__(self) -> str:
        return str(self.story_id)


class VersionWords(Words):
    """The words of a published version, for readers: of all versions, whenever they are seen."""

    version = models.OneToOneField(
        PublishedVersion, models.CASCADE, primary_key=True, related_name="words"
    )
    #: The version's `published_at`, in seconds since 1970: what is newer comes first.
    published = models.BigIntegerField()

    class Meta(Words.Meta):
        verbose_name = _("words of a published version")
        verbose_name_plural = _("words of published versions")

    def __str__(self) -> str:
        return str(self.version_id)


class EntryWords(Words):
    """The words of an entry of a live blog as it is written, for the desk."""

    entry = models.OneToOneField(LiveEntry, models.CASCADE, primary_key=True, related_name="words")

    class Meta(Words.Meta):
        verbose_name = _("words of a live entry")
        verbose_name_plural = _("words of live entries")

    def __str__(self) -> str:
        return str(self.entry_id)


class EntryVersionWords(Words):
    """The words of a published form of an entry, for readers, whenever they see it."""

    version = models.OneToOneField(
        EntryVersion, models.CASCADE, primary_key=True, related_name="words"
    )

    class Meta(Words.Meta):
        verbose_name = _("words of a published live entry")
        verbose_name_plural = _("words of published live entries")

    def __str__(self) -> str:
        return str(self.version_id)


class NoteWords(Words):
    """The words of a private note, and those that it is about, for the desk."""

    note = models.OneToOneField(Note, models.CASCADE, primary_key=True, related_name="words")

    class Meta(Words.Meta):
        verbose_name = _("words of a note")
        verbose_name_plural = _("words of notes")

    def __str__(self) -> str:
        return str(self.note_id)


class WireWords(Words):
    """The words of wire copy as it was read, for the desk."""

    wire_copy = models.OneToOneField(
        WireCopy, models.CASCADE, primary_key=True, related_name="words"
    )

    class Meta(Words.Meta):
        verbose_name = _("words of wire copy")
        verbose_name_plural = _("words of wire copy")

    def __str__(self) -> str:
        return str(self.wire_copy_id)


class VocabularyWord(models.Model):
    """A word of any published version, to guess what a mistyped word was meant to be.

    Readers get it only if what they see has it.
    """

    word = models.CharField(max_length=40, primary_key=True)
    first = models.CharField(max_length=1)
    length = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("word of the vocabulary")
        verbose_name_plural = _("words of the vocabulary")
        default_permissions = ()
        indexes = [models.Index(fields=["first", "length"], name="vocabulary_first_length")]

    def __str__(self) -> str:
        return self.word
