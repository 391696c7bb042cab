"""What people do to the front pages, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

FRONT_PUBLISHED = register(
    "front_published", pgettext_lazy("action", "front page published"), Subject.FRONT
)
FRONT_SCHEDULED = register(
    "front_scheduled", pgettext_lazy("action", "front page scheduled"), Subject.FRONT
)
FRONT_CANCELLED = register(
    "front_cancelled",
    pgettext_lazy("action", "scheduling of a front page cancelled"),
    Subject.FRONT,
)
BREAKING_SHOWN = register(
    "breaking_shown", pgettext_lazy("action", "breaking news shown"), Subject.FRONT
)
BREAKING_ENDED = register(
    "breaking_ended", pgettext_lazy("action", "breaking news ended"), Subject.FRONT
)
