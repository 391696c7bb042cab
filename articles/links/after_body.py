"""Related links after the body: rows kept in step with the working copy by what they lead to.

A published version freezes which of them it has, in which order and with which words; whether
readers see one is decided on its row.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from articles.core import NewsroomError, clock
from articles.links.decision import mark_decided
from articles.links.periods import save_link
from articles.links.rules import check_approve
from articles.models import RelatedLink, Story
from articles.people import permissions
from articles.stories import Related
from newsroom.accounts.models import User


def check_related(related: Iterable[Related], story: Story | None) -> NewsroomError | None:
    """Return why the links cannot come after the body of the story (None: a new one), if so."""
    return next(_faults(list(related), story), None)


def _faults(related: list[Related], story: Story | None) -> Iterator[NewsroomError]:
    chosen = {link.story for link in related if link.story is not None}
    known = set(Story.objects.filter(pk__in=chosen).values_list("pk", flat=True)) if chosen else ()
    seen = set()
    for link in related:
        if (link.story is None) == (link.url == ""):
            yield NewsroomError(
                gettext("Choose either a story or an external URL for the related link.")
            )
        elif link.story is not None and link.story not in known:
            yield NewsroomError(
                gettext("The story of a related link no longer exists. Choose another one.")
            )
        elif story and link.story == story.pk:
            yield NewsroomError(gettext("A story cannot be related to itself. Choose another one."))
        elif (link.story, link.url) in seen:
            yield NewsroomError(
                gettext("Two related links lead to the same page. Remove one of them.")
            )
        seen.add((link.story, link.url))


def sync_related(story: Story, related: Iterable[Related], *, by: User) -> list[RelatedLink]:
    """Bring the rows of the links after the body to this list; return those removed just now.

    A link that is in the story again has the decision that it had; a new one is approved if
    `by` moderates links and the story may have it. Must run inside a transaction.
    """
    # Of two rows with one target, as there once were, the one in use comes last.
    known = sorted(story.related_links.filter(key=""), key=lambda row: row.removed_at is None)
    rows = {(row.target_id, row.url): row for row in known}
    for position, link in enumerate(related):
        row = rows.pop((link.story, link.url), None) or _new(story, link, by)
        wanted = (link.headline, position, None)
        if not row.pk or (row.headline, row.position, row.removed_at) != wanted:
            row.headline, row.position, row.removed_at = wanted
            row.headline_key = RelatedLink.key_of(link.headline)
            save_link(row)
    used = {row.pk for row in rows.values()}
    removed = [row for row in known if row.removed_at is None and row.pk in used]
    for row in removed:
        row.removed_at = clock.now()
        row.save(update_fields=["removed_at"])
    return removed


def _new(story: Story, link: Related, by: User) -> RelatedLink:
    row = RelatedLink(story=story, target_id=link.story, url=link.url, suggested_by=by)
    if permissions.can_moderate(by) and check_approve(row) is None:
        mark_decided(row, by=by)
    return row
