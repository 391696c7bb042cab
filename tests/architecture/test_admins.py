"""What Django's admin would write by itself is written by verbs of the table's room."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.test import RequestFactory

from articles.models import Picture, Place, RelatedLink, Story
from newsroom.accounts.models import User
from tests.architecture.house import WRITERS
from tests.architecture.sources import hold

OURS = ("articles", "newsroom", "tests")
#: What Django calls after each question that is answered with yes.
CALLS = {
    "has_add_permission": ("save_model", "save_related"),
    "has_change_permission": ("save_model", "save_related"),
    "has_delete_permission": ("delete_model", "delete_queryset"),
}


def written_by_django(site: admin.AdminSite) -> list[str]:
    """Return the pages of the admin on which Django writes the table of a room."""
    return [
        f"{type(page).__name__}: {fault}"
        for model in apps.get_models()
        if site.is_registered(model) and WRITERS.get(model.__name__) != "desk"
        for page in [site.get_model_admin(model)]
        for fault in dict.fromkeys(_faults(page, model))
    ]


def _faults(page: admin.ModelAdmin[Any], model: type[Model]) -> Iterator[str]:
    request = RequestFactory().get("/")
    request.user = User(is_active=True, is_staff=True, is_superuser=True)
    for question, verbs in CALLS.items():
        if not getattr(page, question)(request):
            continue
        if page.inlines:
            yield "has rows of another table in its form"
        for verb in verbs:
            if _is_djangos(page, verb) and _is_called(page, verb, model):
                yield f"{verb} is Django’s: call a verb"


def _is_called(page: admin.ModelAdmin[Any], verb: str, model: type[Model]) -> bool:
    # A form without such fields has nothing to save beside its row; a list without any actions
    # does not delete.
    of_fields = bool(model._meta.many_to_many)
    return {"save_related": of_fields, "delete_queryset": page.actions is not None}.get(verb, True)


def _is_djangos(page: admin.ModelAdmin[Any], verb: str) -> bool:
    return getattr(type(page), verb).__module__.split(".")[0] not in OURS


def test_the_desk_writes_by_verbs() -> None:
    hold(written_by_django(admin.site))


class Closed(admin.ModelAdmin[Any]):
    """Lets nobody write."""

    def has_add_permission(self, *_: Any) -> bool:
        return False

    def has_change_permission(self, *_: Any) -> bool:
        return False

    def has_delete_permission(self, *_: Any) -> bool:
        return False


class Deleting(Closed):
    """Lets Django delete."""

    def has_delete_permission(self, *_: Any) -> bool:
        return True


class Saving(Closed):
    """Calls a verb for the row, and lets Django save what the form chooses among other rows."""

    def has_change_permission(self, *_: Any) -> bool:
        return True

    def save_model(self, *_: Any) -> None:
        """Call a verb."""


class Links(admin.TabularInline[RelatedLink, Story]):
    """Rows of another table."""

    model = RelatedLink
    fk_name = "story"


class WithLinks(Saving):
    """Lets Django save them."""

    inlines = [Links]

    def save_related(self, *_: Any) -> None:
        """Call a verb."""


@pytest.mark.parametrize(
    ("model", "page", "faults"),
    [
        (Story, admin.ModelAdmin, 4),
        (Story, Deleting, 2),
        (Story, Saving, 1),
        (Picture, Saving, 0),
        (Story, WithLinks, 1),
        (User, Saving, 1),
        (Story, Closed, 0),
        (Place, admin.ModelAdmin, 0),
    ],
)
def test_a_page_on_which_django_writes_is_seen(
    model: type[Model], page: type[admin.ModelAdmin[Any]], faults: int
) -> None:
    site = admin.AdminSite()
    site.register(model, page)
    assert len(written_by_django(site)) == faults
