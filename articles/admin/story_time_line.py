"""The story's time line: each act in its log, in the words of the desk."""

from dataclasses import dataclass
from datetime import datetime

from articles.admin.people import name_of
from articles.enums import Act, Change, CorrectionKind
from articles.models import Event, Story

#: Of a story with more acts than that, its form leaves out the first ones.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One act: when, what and by whom; the states if it moved; on what and why.

    `kind` is what a publication or a note meant for who had read the story, `starts` and `until`
    are the times that an act set, `was` the one before.
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
    why: str


def time_line(story: Story, most: int | None = None) -> list[Line]:
    """Give the story's acts, the latest first; all of them, or the latest `most`."""
    return [_line(event) for event in story.events.select_related("by")[:most]]


def _line(event: Event) -> Line:
    moved = event.from_state and event.to_state and event.from_state != event.to_state
    start = _time(event, "visible_from")
    return Line(
        at=event.at,
        what=event.get_act_display(),
        who=name_of(event.by),
        moved=f"{event.get_from_state_display()} to {event.get_to_state_display()}"
        if moved
        else "",
        kind=_kind(event),
        text=event.detail.get("text", ""),
        # What began at once needs no second time.
        starts=start if start and (start - event.at).total_seconds() >= 1 else None,
        until=_time(event, "until"),
        was=_time(event, "was"),
        why=event.why,
    )


def _kind(event: Event) -> str:
    if "change" in event.detail:
        return str(Change(event.detail["change"]).label)
    if event.act == Act.CORRECTED:
        return str(CorrectionKind(event.detail["kind"]).label).lower()
    return ""


def _time(event: Event, name: str) -> datetime | None:
    found = event.detail.get(name)
    return datetime.fromisoformat(found) if found else None
