"""What happens with wire copy, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

IMPORTED = register(
    "imported", pgettext_lazy("action", "imported from wire copy"), Subject.WIRE_COPY
)
UPDATE_OFFERED = register(
    "update_offered", pgettext_lazy("action", "updated wire copy received"), Subject.WIRE_COPY
)
UPDATE_ACCEPTED = register(
    "update_accepted",
    pgettext_lazy("action", "updated wire copy accepted"),
    Subject.WIRE_COPY,
)
UPDATE_DISMISSED = register(
    "update_dismissed",
    pgettext_lazy("action", "updated wire copy dismissed"),
    Subject.WIRE_COPY,
)
KILL_RECEIVED = register(
    "kill_received", pgettext_lazy("action", "withdrawn by the agency"), Subject.WIRE_COPY
)
KILL_DISMISSED = register(
    "kill_dismissed",
    pgettext_lazy("action", "kept although the agency withdrew it"),
    Subject.WIRE_COPY,
)
EMBARGO_DENIED = register(
    "embargo_denied",
    pgettext_lazy("action", "embargo in the wire copy dismissed"),
    Subject.WIRE_COPY,
)
DATELINE_ACCEPTED = register(
    "dateline_accepted",
    pgettext_lazy("action", "dateline taken out of the text"),
    Subject.WIRE_COPY,
)
DATELINE_REJECTED = register(
    "dateline_rejected",
    pgettext_lazy("action", "suggested dateline kept as text"),
    Subject.WIRE_COPY,
)
