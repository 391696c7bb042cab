"""What can be wrong with a page besides an HTTP status, and how moderators read it."""

from django.utils.translation import gettext

TIMEOUT = "timeout"
NAME = "name"
CERTIFICATE = "certificate"
CONNECTION = "connection"
REDIRECTS = "redirects"


def fault_words(fault: str) -> str:
    """Return the fault in words; an HTTP status stays as it is."""
    words = {
        TIMEOUT: gettext("no answer in time"),
        NAME: gettext("no such host"),
        CERTIFICATE: gettext("invalid certificate"),
        CONNECTION: gettext("no connection"),
        REDIRECTS: gettext("too many redirects"),
    }
    return words.get(fault, fault)
