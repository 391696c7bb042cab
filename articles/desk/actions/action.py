"""What the desk can do with a story: how it is offered, whether it is possible, and the verb."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from articles.core import NewsroomError
from articles.desk.actions.action_form import ActionForm
from articles.publishing import Situation

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The page that asks before an action: its words, its form, and what is said afterwards.

    `done` is a sentence about %(story)s, which may name the chosen time %(at)s and the time
    before, %(was)s; `later` replaces it if a time can be chosen, and was.
    """

    title: Text
    text: Text
    submit: Text
    form: type[ActionForm]
    done: Text
    later: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAction:
    """Something that can be done with a story; `name` is that of its button and of its URL.

    `check(now, by=user)` returns why it is not possible in a situation, None if it is; it is the
    verb's own check. `verb(story, by=user, …)` does it, with the values of the question's form.
    `label(now)` is the text of the button; where there is a question, it comes first. `replaces`
    says whether everything scheduled for later is cancelled.
    """

    name: str
    check: Callable[..., NewsroomError | None]
    verb: Callable[..., object]
    label: Callable[[Situation], Text]
    question: Question | None = None
    replaces: bool = False
    is_destructive: bool = False

    @property
    def url_name(self) -> str:
        """The name of the page that asks."""
        return f"admin:articles_story_{self.name}"
