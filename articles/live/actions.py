"""What people do to live blogs, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

COVERAGE_STARTED = register(
    "coverage_started", pgettext_lazy("action", "live coverage started"), Subject.LIVE_BLOG
)
COVERAGE_ENDED = register(
    "coverage_ended", pgettext_lazy("action", "live coverage ended"), Subject.LIVE_BLOG
)
ENTRY_PUBLISHED = register(
    "entry_published", pgettext_lazy("action", "live entry published"), Subject.LIVE_BLOG
)
ENTRY_SCHEDULED = register(
    "entry_scheduled", pgettext_lazy("action", "live entry scheduled"), Subject.LIVE_BLOG
)
ENTRY_UNSCHEDULED = register(
    "entry_unscheduled",
    pgettext_lazy("action", "scheduling of a live entry cancelled"),
    Subject.LIVE_BLOG,
)
ENTRY_CORRECTED = register(
    "entry_corrected", pgettext_lazy("action", "live entry changed"), Subject.LIVE_BLOG
)
ENTRY_WITHDRAWN = register(
    "entry_withdrawn", pgettext_lazy("action", "live entry withdrawn"), Subject.LIVE_BLOG
)
ENTRY_DELETED = register(
    "entry_deleted", pgettext_lazy("action", "draft of a live entry deleted"), Subject.LIVE_BLOG
)
