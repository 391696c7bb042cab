"""Roles and permissions: who may do what, and what people are called."""

from articles.people import permissions
from articles.people.groups import delete_group, save_group, set_group_permissions
from articles.people.names import name_of
from articles.people.roles import (
    EDITOR,
    MANAGING_EDITOR,
    MODERATOR,
    REPORTER,
    ROLES,
    install_roles,
    remove_roles,
)

__all__ = [
    "EDITOR",
    "MANAGING_EDITOR",
    "MODERATOR",
    "REPORTER",
    "ROLES",
    "delete_group",
    "install_roles",
    "name_of",
    "permissions",
    "remove_roles",
    "save_group",
    "set_group_permissions",
]
