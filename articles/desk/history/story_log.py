"""The audit log of one story, as its form and its history show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.utils.translation import gettext

from articles.models import AuditEntry, Change, CorrectionKind, Story
from articles.people import name_of

#: A story's form shows only its latest entries.
FORM_LIMIT = 8
#: Of saves, and of entries, in the history.
ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class LogLine:
    """One action: when, what and by whom; the two states if it moved; its text and its reason.

    `kind` is what a publication or a note meant to those who had read the story; `starts` and
    `until` are times that the action set, `was` is the time that it replaced.
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


def story_log(story: Story, limit: int) -> list[LogLine]:
    """Return the latest `limit` actions on the story, the last one first."""
    return [log_line(entry) for entry in story.audit_log.select_related("by")[:limit]]


def log_pages(story: Story) -> Paginator[AuditEntry]:
    """Return all actions on the story in pages, the last one first."""
    return Paginator(story.audit_log.select_related("by"), ON_A_PAGE)


def log_line(entry: AuditEntry) -> LogLine:
    """Return the entry as a line; its person should have been read with it."""
    start = _time(entry, "visible_from")
    return LogLine(
        at=entry.at,
        what=entry.label,
        who=name_of(entry.by),
        moved=_moved(entry),
        kind=_kind(entry),
        text=entry.detail.get("text", ""),
        # What started at once needs no second time.
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
        return str(CorrectionKind(entry.detail["kind"]).label)
    return ""


def _time(entry: AuditEntry, name: str) -> datetime | None:
    found = entry.detail.get(name)
    return datetime.fromisoformat(found) if found else None
