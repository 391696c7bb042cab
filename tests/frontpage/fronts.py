"""Fronts for tests, made by the verb."""

from datetime import datetime
from typing import Any

from articles.frontpage import FrontPlan, Placed, publish_front
from articles.models import Front, Section, Story
from tests.helpers import managing_editor


def front_of(
    *slots: Story | Placed | None,
    section: Section | None = None,
    at: datetime | None = None,
    **plan: Any,
) -> Front:
    """Publish a front with these slots, empty ones after them, now or from `at` on."""
    placed = [one if isinstance(one, Placed) else Placed(one.pk if one else None) for one in slots]
    size = max(5, 1 + (len(placed) + 2) // 4 * 4)
    placed += [Placed()] * (size - len(placed))
    by = managing_editor()
    return publish_front(FrontPlan(tuple(placed), **plan), by=by, section=section, at=at)
