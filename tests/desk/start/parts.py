"""What the start page shows to somebody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


Desk = Callable[[User], Client]


def parts_of(desk: Desk, user: User) -> dict[str, list[str]]:
    """Return the words of the rows, by part, in the order of the parts."""
    context: Any = desk(user).get(reverse("admin:index")).context
    return {
        part.name: [row.words for row in part.rows]
        for part in (*context["waiting"], *context["aside"])
    }
