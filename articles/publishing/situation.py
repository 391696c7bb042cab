"""Where a story stands at one moment: all that says what can be done with it, read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from articles.models import (
    HAS_PERIOD,
    Correction,
    PublishedVersion,
    Story,
    VersionKind,
    WorkflowState,
)


@dataclass(frozen=True, slots=True)
class Situation:
    """A story at the timezone-aware datetime `at`, with its published versions by their start.

    The versions come without their content, and without those that were unscheduled.
    """

    story: Story
    at: datetime
    state: WorkflowState
    embargoed_until: datetime | None
    versions: tuple[PublishedVersion, ...]
    corrections: tuple[Correction, ...]

    @property
    def live(self) -> PublishedVersion | None:
        """The version that readers see."""
        return self.visible(self.at)

    @property
    def live_since(self) -> datetime | None:
        """Since when readers have seen the story, in whatever versions; None if they do not."""
        since = None
        until: datetime | None = None
        for version in self.versions:
            if version.is_withdrawal or version.visible_from > self.at:
                continue
            if since is None or version.visible_from != until:
                since = version.visible_from
            until = version.visible_until
        return since if self.live else None

    @property
    def is_withdrawn(self) -> bool:
        """Whether a withdrawal notice stands in place of the story."""
        current = self._in_force(self.at)
        return current is not None and current.is_withdrawal

    @property
    def scheduled(self) -> tuple[PublishedVersion, ...]:
        """The versions and notices that start later."""
        return tuple(version for version in self.versions if version.visible_from > self.at)

    @property
    def last_seen(self) -> PublishedVersion | None:
        """The version that readers saw last, or see."""
        return next(
            (version for version in reversed(self.versions) if self._was_seen(version)), None
        )

    def visible(self, at: datetime) -> PublishedVersion | None:
        """Return the version that readers see at `at`, as things stand now."""
        current = self._in_force(at)
        return current if current and not current.is_withdrawal else None

    def in_state(self, state: WorkflowState) -> Situation:
        """Return the same situation, had the working copy come to this state."""
        return replace(self, state=state)

    def _in_force(self, at: datetime) -> PublishedVersion | None:
        for version in self.versions:
            until = version.visible_until
            if version.visible_from <= at and (until is None or at < until):
                return version
        return None

    def _was_seen(self, version: PublishedVersion) -> bool:
        return version.kind == VersionKind.STORY and version.visible_from <= self.at


def situation_of(story: Story, at: datetime) -> Situation:
    """Return the situation of the story at the timezone-aware datetime `at`, in three queries."""
    versions = story.published_versions.filter(HAS_PERIOD).order_by("visible_from")
    return Situation(
        story=story,
        at=at,
        state=WorkflowState(story.state),
        embargoed_until=story.embargoed_until(at),
        versions=tuple(versions.defer("content", "body_html")),
        corrections=tuple(story.corrections.visible(at)),
    )
