"""Rows that the admin shows and never edits."""

from typing import Any

from django.http import HttpRequest

from articles.desk.change_list import DeskList


class ReadOnlyAdmin(DeskList):
    """Nobody adds, changes or deletes these rows here: they come from elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
