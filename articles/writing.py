"""Create and save the working copy: the only writer of what editors write."""

from dataclasses import replace

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import body, events, history, matching, permissions, working_copy
from articles.enums import Act, State
from articles.exceptions import EditConflict, NewsroomError, NotAllowed
from articles.locking import locked
from articles.matching import Headlines
from articles.models import Byline, Dateline, DatelinePlace, RelatedLink, Story
from articles.rows import keep_in_step, with_keys_of_targets
from articles.slugs import free_slug, refuse_taken
from articles.working_copy import WorkingCopy


@transaction.atomic
def create(
    copy: WorkingCopy, *, by: User, act: Act = Act.CREATED, headlines: Headlines | None = None
) -> Story:
    """Save a new story and note that it began. Raises `NotAllowed` and `SlugTaken`.

    Also-read lines of any story find it by its headline, and its own lines find theirs.
    """
    if not permissions.can_write(by):
        raise NotAllowed("You may not start a story. Ask your chief for the permission.")
    matching.one_at_a_time()
    now = timezone.now()
    story = Story(created_at=now, created_by=by, version=0)
    lines = _write(story, _tidy(copy, None), None, by)
    headlines = headlines or Headlines()
    matching.link_up(lines, headlines)
    matching.link_up_to(story, headlines)
    events.record(story, act, by=by)
    return story


@transaction.atomic
def save(story: Story, copy: WorkingCopy, *, by: User, version: int | None = None) -> Story:
    """Save the working copy; a ready one that changes becomes a draft again.

    Saving what is stored already leaves the story as it is, its last writer too.
    `version` is the one that the editor opened. Raises `EditConflict` if somebody saved
    since, `NotAllowed` and `SlugTaken`; nothing is saved then.
    """
    matching.one_at_a_time()
    story = locked(story)
    if not permissions.can_edit(by, story):
        raise NotAllowed(_why_not(story, by))
    if version is not None and version != story.version:
        raise EditConflict(
            f"{story.changed_by} saved this story at"
            f" {timezone.localtime(story.changed_at):%H:%M:%S} while you were writing."
            " Your text is kept below. Open the story in a second window, bring the two"
            " together there, and save that one."
        )
    before, old = story.state, working_copy.of(story)
    old = replace(old, tags=tuple(sorted(old.tags)))
    copy = _tidy(copy, story)
    if copy == old:
        return story
    lines, headlines = _write(story, copy, old, by), Headlines()
    matching.link_up(lines, headlines)
    if story.headline_key != Story.key_of(old.headline):
        matching.link_up_again(story, headlines)
        matching.link_up_to(story, headlines)
    if story.state == State.READY:
        story.state = State.DRAFT
        story.save(update_fields=["state"])
    events.record(story, Act.SAVED, by=by, from_state=before)
    return story


def _why_not(story: Story, by: User) -> str:
    said = f"You may not change the story “{story}”."
    if story.created_by_id == by.pk:
        said += (
            f" It is {story.get_state_display()} by now. Ask an editor to send it back to you;"
            " until then keep what you wrote in another place."
        )
    return said


@transaction.atomic
def delete(story: Story, *, by: User) -> None:
    """Delete a story that was never published, with its revisions; its log stays.

    Lines that had found it by its headline wait again. Raises `NotAllowed`, and `NewsroomError`
    where `why_kept` says why it must stay.
    """
    matching.one_at_a_time()
    story = locked(story)
    if not permissions.can_delete(by, story):
        raise NotAllowed(f"You may not delete the story “{story}”.")
    if why := why_kept(story):
        raise NewsroomError(why)
    lines = matching.let_go(story)
    events.record(story, Act.DELETED, by=by, from_state=story.state)
    story.delete()
    matching.link_up(lines, Headlines())


def why_kept(story: Story) -> str:
    """Say why the story cannot be deleted, and what to do instead; empty where it can."""
    if story.editions.exists():
        return (
            f"“{story}” has been published, so it cannot be deleted: links to it must lead"
            " somewhere. Withdraw it instead; a notice then stands in its place."
        )
    links = matching.firm_links_to(story).select_related("story")
    stories = dict.fromkeys(f"“{link.story}”" for link in links[:4])
    if stories:
        return (
            f"“{story}” cannot be deleted: links lead to it from {', '.join(stories)}. Choose"
            " another story there, or take the link out."
        )
    return ""


def _tidy(copy: WorkingCopy, story: Story | None) -> WorkingCopy:
    """Give the copy as it is to be stored. Raises `NewsroomError` and `SlugTaken`."""
    headline = copy.headline.strip()
    if not headline:
        raise NewsroomError("A story needs a headline: write one, then save again.")
    if copy.slug:
        refuse_taken(copy.slug, story)
    clean = body.clean(copy.body)
    if story:
        lines = with_keys_of_targets(story, body.read(story.body), body.read(clean))
        clean = body.write(lines)
    return replace(
        copy,
        headline=headline,
        slug=copy.slug or free_slug(headline, story),
        summary=copy.summary.strip(),
        body=clean,
        authors=tuple(dict.fromkeys(copy.authors)),
        tags=tuple(sorted(set(copy.tags))),
    )


def _write(story: Story, copy: WorkingCopy, old: WorkingCopy | None, by: User) -> list[RelatedLink]:
    """Write the tidy copy as a revision, and give the rows of its new or changed also-reads."""
    if old:
        history.begin(story, old)
    old_blocks = body.read(story.body)
    story.headline = copy.headline
    story.headline_key = Story.key_of(copy.headline)
    story.slug = copy.slug
    story.summary = copy.summary
    story.body = copy.body
    story.section = copy.section
    story.lead_picture = copy.lead_picture
    story.version += 1
    story.changed_at = timezone.now()
    story.changed_by = by
    story.save()
    story.tags.set(copy.tags)
    if old is None or old.authors != copy.authors:
        _write_byline(story, copy)
    if old is None or (old.places, old.date, old.agency) != (copy.places, copy.date, copy.agency):
        _write_dateline(story, copy)
    history.record(story, copy, old)
    return keep_in_step(story, old_blocks, body.read(story.body), by=by)


def _write_byline(story: Story, copy: WorkingCopy) -> None:
    story.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(story=story, author=author, position=position)
        for position, author in enumerate(copy.authors)
    )


def _write_dateline(story: Story, copy: WorkingCopy) -> None:
    Dateline.objects.filter(story=story).delete()
    # Django keeps the row that it read last with the story.
    story._state.fields_cache.pop("dateline", None)
    if not (copy.places or copy.date or copy.agency):
        return
    dateline = Dateline.objects.create(story=story, date=copy.date, agency=copy.agency)
    DatelinePlace.objects.bulk_create(
        DatelinePlace(dateline=dateline, name=name, position=position)
        for position, name in enumerate(copy.places)
    )
