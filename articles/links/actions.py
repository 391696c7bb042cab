"""What people do to related links, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

APPROVED = register(
    "link_approved", pgettext_lazy("action", "related link approved"), Subject.RELATED_LINK
)
REJECTED = register(
    "link_rejected", pgettext_lazy("action", "related link rejected"), Subject.RELATED_LINK
)
REOPENED = register(
    "link_reopened",
    pgettext_lazy("action", "decision on related link undone"),
    Subject.RELATED_LINK,
)
