"""Readers' pages at the desk: in the newsroom's language and time zone, whoever looks at them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import timezone, translation


@contextmanager
def for_readers() -> Iterator[None]:
    """Use the newsroom's language and time zone, as on readers' pages, and then a person's again.

    A page is to be rendered inside, so that it is what readers get, and so that nothing which is
    cached for them is in another language.
    """
    with translation.override(settings.LANGUAGE_CODE), timezone.override(None):
        yield
