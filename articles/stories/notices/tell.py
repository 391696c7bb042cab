"""Tell those whom an action or a note concerns."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from articles.models import AuditEntry, Note, Notice, NoticeKind, Story
from articles.people import permissions
from articles.stories.notices.mail import wants_mail
from newsroom.accounts.models import User


def tell_of_action(story: Story, entry: AuditEntry) -> None:
    """Tell those whom the story concerns about an entry in the audit log that is worth a notice."""
    if entry.action not in NoticeKind.values:
        return
    people = list(_concerned(story, entry))
    if entry.action in (NoticeKind.PUBLISHED, NoticeKind.SCHEDULED):
        # That it was approved says nothing more to whoever has not read it yet.
        Notice.objects.filter(
            story=story, to__in=people, kind=NoticeKind.APPROVED, read_at=None, mail_tries=0
        ).delete()
    _tell(
        Notice(to=person, kind=entry.action, story=story, entry=entry, at=entry.at)
        for person in people
    )


def tell_of_note(note: Note, *, mentioned: Iterable[User], answered: Iterable[User] = ()) -> None:
    """Tell whom the note mentions, and those others whom it answers.

    Whoever was told of the note before is not told again, and nobody is told of their own.
    """
    kinds = {person.pk: (person, NoticeKind.ANSWERED) for person in answered}
    kinds |= {person.pk: (person, NoticeKind.MENTIONED) for person in mentioned}
    kinds.pop(note.by_id, None)
    at = note.edited_at or note.at
    _tell(
        Notice(to=person, kind=kind, story_id=note.story_id, note=note, at=at)
        for person, kind in kinds.values()
    )


def _tell(notices: Iterable[Notice]) -> None:
    told = list(notices)
    for notice in told:
        if wants_mail(notice.to, notice.kind):
            notice.mail_at = notice.at
    Notice.objects.bulk_create(told, ignore_conflicts=True)


def _concerned(story: Story, entry: AuditEntry) -> QuerySet[User]:
    """Return who started the story, saved it last, or has the byline, but not who acted.

    An agency's notice also concerns those who published the story. If the story is taken back from
    review, that also concerns those who have it open or wrote a note on it.
    """
    people = Q(pk__in=(story.created_by_id, story.changed_by_id)) | Q(author__stories=story)
    if entry.action == NoticeKind.KILL:
        people |= Q(pk__in=story.published_versions.values("made_by"))
    if entry.action == NoticeKind.RETURNED:
        people |= Q(presences__story=story) | Q(notes__story=story)
    found = permissions.draft_readers().filter(people)
    others = found.exclude(pk=entry.by_id) if entry.by_id else found
    return others.distinct()
