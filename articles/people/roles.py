"""The newsroom's roles: groups with permissions, as data, and what a migration does with it."""

from types import MappingProxyType
from typing import Any

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REPORTER = "Reporter"
EDITOR = "Editor"
MODERATOR = "Moderator"
MANAGING_EDITOR = "Managing editor"

_REPORTER = (
    "articles.view_story",
    "articles.add_story",
    "articles.view_wirecopy",
    "articles.view_relatedlink",
    "articles.view_picture",
    "articles.add_picture",
)
_MODERATOR = ("articles.view_relatedlink", "articles.moderate_relatedlink")
_EDITOR = (
    *_REPORTER,
    *_MODERATOR,
    "articles.change_story",
    "articles.delete_story",
    "articles.approve_story",
    "articles.publish_story",
    "articles.edit_front",
    "articles.change_picture",
)
_MANAGING_EDITOR = (
    *_EDITOR,
    "articles.delete_picture",
    "accounts.view_login",
    "accounts.view_failedlogin",
    *(
        f"articles.{verb}_{noun}"
        for noun in ("author", "place", "section")
        for verb in ("view", "add", "change", "delete")
    ),
    # Tags are added by writing them in a story.
    "taggit.view_tag",
    "taggit.change_tag",
    "taggit.delete_tag",
    "accounts.view_user",
    "accounts.add_user",
    "accounts.change_user",
)

#: What each role may do, as app.codename. Whoever may only start stories edits their own drafts.
ROLES: MappingProxyType[str, frozenset[str]] = MappingProxyType(
    {
        REPORTER: frozenset(_REPORTER),
        EDITOR: frozenset(_EDITOR),
        MODERATOR: frozenset(_MODERATOR),
        MANAGING_EDITOR: frozenset(_MANAGING_EDITOR),
    }
)


def install_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None = None) -> None:
    """Install the roles with the permissions of `ROLES`. For `RunPython`, after the tables.

    A migration that adds or renames a permission calls it again; what a newsroom's own groups
    may do is left alone. A permission that does not exist yet is left to such a migration.
    """
    for label in sorted({name.split(".")[0] for may in ROLES.values() for name in may}):
        _create_permissions(apps, label)
    permission = apps.get_model("auth", "Permission")
    group = apps.get_model("auth", "Group")
    found = {
        f"{row.content_type.app_label}.{row.codename}": row
        for row in permission.objects.select_related("content_type")
    }
    for role, may in ROLES.items():
        row, _ = group.objects.get_or_create(name=role)
        row.permissions.set([found[name] for name in sorted(may & found.keys())])


def remove_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the groups; the accounts stay, without a role. For `RunPython`."""
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


def _create_permissions(apps: Apps, label: str) -> None:
    """Create an app's permissions now: Django does it only after all migrations."""
    config: Any = apps.get_app_config(label)
    # Not public: `create_permissions` skips an app without models module, as the apps of a
    # migration are. tests/people/test_roles.py watches it.
    config.models_module = getattr(config, "models_module", None) or True
    create_permissions(config, apps=apps, verbosity=0)
