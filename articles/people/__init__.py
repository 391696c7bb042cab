"""Roles and permissions: who may do what."""

from articles.people import permissions
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
    "install_roles",
    "permissions",
    "remove_roles",
]
