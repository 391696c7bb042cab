"""The authors of a story, as the form sends them."""

import pytest
from django.core.exceptions import ValidationError

from articles.desk.story.authors_field import AuthorsField
from articles.models import Author

pytestmark = pytest.mark.django_db


def test_they_are_kept_in_their_order_and_once() -> None:
    zoe, adam = (Author.objects.create(name=name) for name in ("Zoe", "Adam"))
    sent = [str(zoe.pk), "", str(adam.pk), str(zoe.pk)]
    assert AuthorsField(required=False).clean(sent) == (zoe, adam)


@pytest.mark.parametrize("key", ["0", "-1", "abc", "9" * 18, "9" * 26, "\0"])
def test_what_is_no_author_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        AuthorsField(required=False).clean([key])
