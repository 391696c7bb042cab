"""The publication status of stories: read from their published versions and the clock."""

from datetime import datetime

from django.db.models import Case, CharField, Exists, OuterRef, Value, When

from articles.models import PublicationStatus, PublishedVersion, StoryQuerySet


def with_publication_status(stories: StoryQuerySet, at: datetime) -> StoryQuerySet:
    """Return the stories, each with its `publication_status` at the timezone-aware `at`.

    With `is_ahead`, too: whether it was saved after the version that readers see was made.
    """
    own = PublishedVersion.objects.filter(story=OuterRef("pk"))
    return stories.annotate(  # type: ignore[no-redef]  # it is declared, so that readers of it are typed
        publication_status=Case(
            When(Exists(own.visible(at)), then=Value(PublicationStatus.LIVE.value)),
            When(Exists(own.withdrawals(at)), then=Value(PublicationStatus.WITHDRAWN.value)),
            When(Exists(own.scheduled_stories(at)), then=Value(PublicationStatus.SCHEDULED.value)),
            default=Value(PublicationStatus.UNPUBLISHED.value),
            output_field=CharField(),
        ),
        is_ahead=Exists(own.visible(at).filter(made_at__lt=OuterRef("changed_at"))),
    )
