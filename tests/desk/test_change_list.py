"""Filters of the admin's lists, with values that no list offers."""

from collections.abc import Callable

import pytest
from django.test import Client

from newsroom.accounts.models import User
from tests.helpers import managing_editor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "url",
    [
        "story/?section=" + "9" * 26,
        "story/?tags=" + "9" * 26,
        "story/?section__id__exact=" + "9" * 18,
        "relatedlink/?story=" + "9" * 26,
        "auditentry/?by=" + "9" * 26,
    ],
)
def test_a_number_too_large_for_a_key_is_no_server_error(
    desk: Callable[[User], Client], url: str
) -> None:
    response = desk(managing_editor()).get(f"/admin/articles/{url}", follow=True)
    assert response.status_code in (200, 400)
