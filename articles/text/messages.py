"""Messages of the rooms that know no Django: written in English here, translated where shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the usual name of gettext's marker
    """Return the text as it is; the call marks it for translation."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A text for people, marked by `N_`, with the values of its %(placeholders)s."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % self.values
