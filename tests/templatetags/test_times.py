"""Times in the admin's templates."""

from datetime import UTC, datetime

from django.template import Context, Template
from django.utils import timezone, translation


def test_a_moment_is_told_to_people_and_to_machines() -> None:
    template = Template("{% load times %}{{ at|moment }}")
    at = Context({"at": datetime(2025, 9, 1, 12, tzinfo=UTC)})
    with timezone.override("Europe/Berlin"), translation.override("en"):
        assert template.render(at) == (
            '<time datetime="2025-09-01T14:00:00+02:00">1 September 2025, 14:00 CEST</time>'
        )
