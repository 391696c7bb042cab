"""What the desk can do with several stories at once."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.desk.actions.action import Text
from articles.desk.bulk.forms import BulkForm


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkAction:
    """Something that can be done with each of the chosen stories; `name` is that of its URL.

    `offers(story, by=user)` says, from the row alone, whether it seems possible; it asks the
    database nothing, and the story must carry what `with_publication_status` adds. `verb(story,
    by=user, …)` does it, with the values of the form, and raises why it cannot. `done` is said of
    the %(stories)s with which it was done. Where there is a form, `text` and the form come first.
    """

    name: str
    label: Text
    offers: Callable[..., bool]
    verb: Callable[..., object]
    done: Text
    form: type[BulkForm] | None = None
    title: Text = ""
    text: Text = ""
    submit: Text = ""
    is_destructive: bool = False

    @property
    def asks(self) -> bool:
        """Whether something is asked first."""
        return self.form is not None
