"""The audit log of a story, in the words of the desk."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from articles.desk.people.acting import name_of
from articles.models import AuditEntry, Change, CorrectionKind, Story

#: Of a story with more entries than that, its form leaves out the first ones.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class LogLine:
    """One action: when, what and by whom; the states if it moved; on what and why.

    `kind` is what a publication or a note meant for those who had read the story, `starts` and
    `until` are the times that an action set, `was` the one before.
    """

    at: datetime
    what: str
    who: str
    moved: str
    kind: str
    text: str
    starts: datetime | None
    until: datetime | None
    was: datetime | None
    reason: str


def shown_log(story: Story, most: int | None = None) -> list[LogLine]:
    """Return the actions on the story, the latest first; all of them, or the latest `most`."""
    return [_line(entry) for entry in story.audit_log.select_related("by")[:most]]


def _line(entry: AuditEntry) -> LogLine:
    start = _time(entry, "visible_from")
    return LogLine(
        at=entry.at,
        what=entry.label,
        who=name_of(entry.by),
        moved=_moved(entry),
        kind=_kind(entry),
        text=entry.detail.get("text", ""),
        # What began at once needs no second time.
        starts=start if start and (start - entry.at).total_seconds() >= 1 else None,
        until=_time(entry, "until"),
        was=_time(entry, "was"),
        reason=entry.reason,
    )


def _moved(entry: AuditEntry) -> str:
    if not entry.from_state or not entry.to_state or entry.from_state == entry.to_state:
        return ""
    return gettext("%(before)s to %(after)s") % {
        "before": entry.get_from_state_display(),
        "after": entry.get_to_state_display(),
    }


def _kind(entry: AuditEntry) -> str:
    if "change" in entry.detail:
        return str(Change(entry.detail["change"]).label)
    if "kind" in entry.detail and "correction" in entry.detail:
        return str(CorrectionKind(entry.detail["kind"]).label).lower()
    return ""


def _time(entry: AuditEntry, name: str) -> datetime | None:
    found = entry.detail.get(name)
    return datetime.fromisoformat(found) if found else None
