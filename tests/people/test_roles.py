"""The groups of the roles: made by the migrations, and updated by later ones."""

import re
from inspect import getsource

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from articles.people import permissions, roles

pytestmark = pytest.mark.django_db


def held(role: str) -> set[str]:
    group = Group.objects.get(name=role)
    rows = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{label}.{codename}" for label, codename in rows}


def test_the_migrations_made_each_role_with_all_that_it_may() -> None:
    assert {role: held(role) for role in roles.ROLES} == dict(roles.ROLES)


def test_a_permission_that_was_renamed_stays_with_its_roles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Permission.objects.filter(codename="publish_story").update(codename="print_story")
    assert "articles.print_story" in held(roles.EDITOR)

    renamed = {
        role: frozenset(name.replace("publish_story", "print_story") for name in may)
        for role, may in roles.ROLES.items()
    }
    monkeypatch.setattr(roles, "ROLES", renamed)
    roles.install_roles(apps)

    assert held(roles.EDITOR) == renamed[roles.EDITOR]


def test_installing_again_repairs_roles_and_leaves_other_groups() -> None:
    Group.objects.get(name=roles.MANAGING_EDITOR).delete()
    Group.objects.get(name=roles.EDITOR).permissions.clear()
    own = Group.objects.create(name="Proofreaders")
    own.permissions.set(Permission.objects.filter(codename="view_story"))

    roles.install_roles(apps)

    assert held(roles.MANAGING_EDITOR) == roles.ROLES[roles.MANAGING_EDITOR]
    assert held(roles.EDITOR) == roles.ROLES[roles.EDITOR]
    assert held("Proofreaders") == {"articles.view_story"}


def test_each_permission_that_is_asked_for_is_given_to_a_role() -> None:
    given = frozenset().union(*roles.ROLES.values())
    asked = set(re.findall(r'has_perm\("([a-z_.]+)"\)', getsource(permissions)))
    assert asked
    # Who looks after the site sees its background work: superusers only.
    assert asked - given == {"tasks.view_backgroundtask"}
