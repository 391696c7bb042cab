"""What people do to what readers see, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

PUBLISHED = register("published", pgettext_lazy("action", "published"), Subject.PUBLICATION)
SCHEDULED = register("scheduled", pgettext_lazy("action", "scheduled"), Subject.PUBLICATION)
RESCHEDULED = register("rescheduled", pgettext_lazy("action", "rescheduled"), Subject.PUBLICATION)
UNSCHEDULED = register(
    "unscheduled", pgettext_lazy("action", "scheduling cancelled"), Subject.PUBLICATION
)
WITHDRAWN = register("withdrawn", pgettext_lazy("action", "withdrawn"), Subject.PUBLICATION)
REINSTATED = register(
    "reinstated", pgettext_lazy("action", "withdrawal undone"), Subject.PUBLICATION
)
EMBARGO_SET = register("embargo_set", pgettext_lazy("action", "embargo set"), Subject.PUBLICATION)
EMBARGO_CHANGED = register(
    "embargo_changed", pgettext_lazy("action", "embargo changed"), Subject.PUBLICATION
)
EMBARGO_LIFTED = register(
    "embargo_lifted", pgettext_lazy("action", "embargo lifted"), Subject.PUBLICATION
)
CORRECTION_ADDED = register(
    "correction_added", pgettext_lazy("action", "correction added"), Subject.CORRECTION
)
CORRECTION_RETRACTED = register(
    "correction_retracted",
    pgettext_lazy("action", "correction retracted"),
    Subject.CORRECTION,
)
