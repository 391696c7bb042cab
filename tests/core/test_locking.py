"""A row is locked and read again before it is changed."""

import pytest
from django.db import transaction

from articles.core import locked
from articles.core.errors import Gone
from articles.models import Section
from tests.factories import make_section

pytestmark = pytest.mark.django_db


def test_a_locked_row_is_as_it_is_stored_now() -> None:
    opened = make_section(name="World", slug="world")
    Section.objects.filter(pk=opened.pk).update(name="Planet")
    with transaction.atomic():
        assert locked(opened).name == "Planet"


def test_a_row_that_was_deleted_in_the_meantime_is_named_in_the_error() -> None:
    opened = make_section(name="World", slug="world")
    Section.objects.all().delete()
    with transaction.atomic(), pytest.raises(Gone, match="Somebody else has deleted “World”"):
        locked(opened)
