"""What every act on a story asks, and what is asked where it is to happen at a time."""

from collections.abc import Mapping
from typing import Any

from django import forms

from articles.forms.clock import ClockForm
from articles.models import Story


class ActForm(forms.Form):
    """Asks nothing but to be sure; `asked` is what the page's address names."""

    def __init__(self, story: Story, data: Any = None, asked: Mapping[str, str] = {}) -> None:
        self.story = story
        super().__init__(data, initial=self.start(asked))

    def start(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """Give what the fields begin with."""
        return {}

    def values(self) -> dict[str, Any]:
        """Give the arguments of the act."""
        return dict(self.cleaned_data)


class TimedForm(ClockForm, ActForm):
    """Asks when the act is to happen, too."""
