"""Rows that the admin shows and never edits: they come from stories and from wire copy."""

from typing import Any

from django.http import HttpRequest


class DecidedElsewhere:
    """Nobody adds, changes or deletes these rows here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
