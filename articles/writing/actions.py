"""What people do to working copies, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

CREATED = register("created", pgettext_lazy("action", "created"), Subject.WORKING_COPY)
SAVED = register("saved", pgettext_lazy("action", "saved"), Subject.WORKING_COPY)
RESTORED = register(
    "revision_restored", pgettext_lazy("action", "earlier version restored"), Subject.WORKING_COPY
)
DELETED = register("deleted", pgettext_lazy("action", "deleted"), Subject.WORKING_COPY)
BLOCK_REMOVED = register(
    "block_removed", pgettext_lazy("action", "removed from the story"), Subject.WORKING_COPY
)
NOTE_DELETED = register(
    "note_deleted", pgettext_lazy("action", "note among editors deleted"), Subject.NOTE
)
