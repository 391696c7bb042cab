"""The actions of the workflow, as the audit log names them; and that of the demo newsroom."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

SUBMITTED = register(
    "submitted", pgettext_lazy("action", "submitted for review"), Subject.WORKING_COPY
)
APPROVED = register("approved", pgettext_lazy("action", "approved"), Subject.WORKING_COPY)
SENT_BACK = register("sent_back", pgettext_lazy("action", "sent back"), Subject.WORKING_COPY)
#: By its writer, while nobody had approved it.
RETURNED = register(
    "returned_to_draft", pgettext_lazy("action", "returned to draft"), Subject.WORKING_COPY
)
REOPENED = register("reopened", pgettext_lazy("action", "reopened"), Subject.WORKING_COPY)
#: Its room is loaded by its command only, and the log has to know the name.
DEMO_FILLED = register(
    "demo_filled", pgettext_lazy("action", "filled in as the demo newsroom"), Subject.WORKING_COPY
)
