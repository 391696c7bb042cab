"""The admin's lists, as the desk shows them."""

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest

#: A longer number is no primary key, and databases refuse it with errors of their own.
MAX_DIGITS = 18


class DeskChangeList(ChangeList):
    """A list that shows all rows where a filter asks for a number that cannot be."""

    def get_filters(self, request: HttpRequest) -> Any:
        """Return what Django does. Raise IncorrectLookupParameters for such a number."""
        for values in self.filter_params.values():
            if any(value.isdecimal() and len(value) > MAX_DIGITS for value in values):
                raise IncorrectLookupParameters
        return super().get_filters(request)
