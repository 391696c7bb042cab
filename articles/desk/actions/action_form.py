"""What every action on a story asks, and what is asked where it happens at a time."""

from collections.abc import Mapping
from typing import Any

from django import forms

from articles.desk.clock import ClockForm
from articles.models import Story


class ActionForm(forms.Form):
    """Asks for nothing but a confirmation; `query` is the query string of the page's URL."""

    def __init__(self, story: Story, data: Any = None, query: Mapping[str, str] = {}) -> None:
        self.story = story
        super().__init__(data, initial=self.start(query))

    def start(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Return the initial values of the fields."""
        return {}

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        return dict(self.cleaned_data)


class TimedForm(ClockForm, ActionForm):
    """Asks for the time of the action, too."""
