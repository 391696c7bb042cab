"""Write a working copy into its rows, and record it as a revision."""

from dataclasses import asdict

from articles import body
from articles.core import clock
from articles.links import sync_related
from articles.models import Author, Byline, Dateline, DatelinePlace, RelatedLink, Story
from articles.search import index_story
from articles.stories import WorkingCopy
from articles.writing.blocks import record_removed, sync_blocks
from articles.writing.revisions.record import record_first, record_save
from newsroom.accounts.models import User


def write(story: Story, copy: WorkingCopy, old: WorkingCopy | None, by: User) -> list[RelatedLink]:
    """Write the tidy copy, and return the rows of its new or changed inline links.

    `old` is what is stored now, None for a new story. Must run inside a transaction.
    """
    if old:
        record_first(story, old)
    old_blocks = body.read(story.body)
    story.headline = copy.headline
    story.headline_key = Story.key_of(copy.headline)
    story.slug = copy.slug
    story.summary = copy.summary
    story.body = copy.body
    story.language = copy.language
    story.section = copy.section
    story.lead_picture = copy.lead_picture
    own = {name: words for name, words in asdict(copy.lead_words).items() if words}
    story.lead_words = own or None
    story.version += 1
    story.changed_at = clock.now()
    story.changed_by = by
    story.save()
    story.tags.set(copy.tags)
    if old is None or old.authors != copy.authors:
        _write_byline(story, copy)
    if old is None or (old.places, old.date, old.agency) != (copy.places, copy.date, copy.agency):
        _write_dateline(story, copy)
    record_save(story, copy, old)
    if copy.related != (old.related if old else ()):
        record_removed(story, sync_related(story, copy.related, by=by), by=by)
    blocks = body.read(story.body)
    index_story(story, copy, blocks)
    return sync_blocks(story, old_blocks, blocks, by=by)


def _write_byline(story: Story, copy: WorkingCopy) -> None:
    story.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(story=story, author=one, position=position)
        if isinstance(one, Author)
        else Byline(story=story, text=one.name, position=position)
        for position, one in enumerate(copy.authors)
    )


def _write_dateline(story: Story, copy: WorkingCopy) -> None:
    deleted, _ = Dateline.objects.filter(story=story).delete()
    if copy.places or copy.date or copy.agency:
        dateline = Dateline.objects.create(story=story, date=copy.date, agency=copy.agency)
        DatelinePlace.objects.bulk_create(
            DatelinePlace(dateline=dateline, name=name, position=position)
            for position, name in enumerate(copy.places)
        )
    elif deleted:
        # Django keeps the row that it read last with the story.
        story.refresh_from_db()
