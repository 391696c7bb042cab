"""What the audit log of a story says of its entries."""

from articles import body
from articles.core import Action
from articles.live.situation import EntrySituation
from articles.models import EntryVersion
from articles.stories import audit_log
from newsroom.accounts.models import User

#: Characters of an entry by which people know it again, if it has no headline.
LONGEST_NAME = 80


def record(
    now: EntrySituation,
    action: Action,
    *,
    by: User,
    version: EntryVersion | None = None,
    reason: str = "",
) -> None:
    """Write down who did what with the entry; `version` is the published form that it is about."""
    entry = now.entry
    detail = {"entry": entry.pk, "text": entry.headline or name_of_text(entry.body)}
    if version:
        detail |= {"version": version.pk, "visible_from": version.visible_from.isoformat()}
    audit_log.record(now.story.story, action, by=by, reason=reason, detail=detail)


def name_of_text(html: str) -> str:
    """Return the first words of an entry."""
    words = " ".join(body.plain_text(body.read(html)).split())
    return words if len(words) <= LONGEST_NAME else f"{words[:LONGEST_NAME].rsplit(' ', 1)[0]}…"
