"""What has changed about a story since a page that asks was opened."""

from dataclasses import dataclass, replace

from articles.desk.history.story_log import LogLine, log_line
from articles.models import PublishedVersion
from articles.publishing import Changed, Situation, actions_since, shown_of


@dataclass(frozen=True, slots=True)
class Changes:
    """What the page says about the changes.

    `revision` is the number of the save that the page showed, None if the text is unchanged;
    `appeared` is the version that has become live meanwhile because its time had come. `beside`
    says whether something else changed than the story itself, such as the words of a picture.
    """

    told: str
    lines: list[LogLine]
    revision: int | None
    appeared: PublishedVersion | None
    beside: bool = False


def changes_since(now: Situation, changed: Changed) -> Changes:
    """Return what to tell somebody whose page showed something else."""
    shown = changed.shown
    if shown is None:
        return Changes(str(changed), [], None, None)
    entries = actions_since(now.story, shown)
    live = now.live if now.live and now.live.pk != shown.live else None
    by_time = live and not any(entry.at >= live.visible_from for entry in entries)
    return Changes(
        told=str(changed),
        lines=[log_line(entry) for entry in entries],
        revision=shown.version if shown.version != now.story.version else None,
        appeared=live if by_time else None,
        beside=replace(shown, frozen="") == shown_of(now),
    )
