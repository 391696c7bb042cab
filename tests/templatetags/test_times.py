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


def test_a_time_ago_has_all_of_it_in_its_title() -> None:
    template = Template("{% load times %}{{ at|ago:now }}")
    at = datetime(2025, 9, 1, 12, tzinfo=UTC)
    context = Context({"at": at, "now": at.replace(minute=12)})
    with timezone.override("UTC"), translation.override("en"):
        assert template.render(context) == (
            '<time datetime="2025-09-01T12:00:00+00:00" title="1 September 2025, 12:00 UTC">'
            "12 min ago</time>"
        )
