"""Stories with the last step of their workflow."""

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from articles.models import AuditEntry, StoryQuerySet
from articles.stories.workflow import TRANSITIONS


def with_last_transition(stories: StoryQuerySet) -> StoryQuerySet:
    """Return the stories with `moved`, the code of the last step of their workflow.

    Also with `moved_at`, `moved_by` (a name) and `moved_why`; all are None if there was no step.
    Use it for one page of a list: it looks up each story in the audit log.
    """
    codes = [transition.action.code for transition in TRANSITIONS]
    # The order of the log's index on its stories.
    steps = AuditEntry.objects.filter(story=OuterRef("pk"), action__in=codes).order_by("-at", "-pk")
    name = Coalesce(NullIf(F("by__display_name"), Value("")), F("by__username"))
    return stories.annotate(
        moved=Subquery(steps.values("action")[:1]),
        moved_at=Subquery(steps.values("at")[:1]),
        moved_by=Subquery(steps.annotate(name=name).values("name")[:1]),
        moved_why=Subquery(steps.values("reason")[:1]),
    )
