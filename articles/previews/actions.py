"""What people do with links for outsiders, as the audit log names it."""

from django.utils.translation import pgettext_lazy

from articles.core import Subject, register

SHARED = register("preview_shared", pgettext_lazy("action", "preview shared"), Subject.WORKING_COPY)
REVOKED = register(
    "preview_revoked", pgettext_lazy("action", "preview revoked"), Subject.WORKING_COPY
)
