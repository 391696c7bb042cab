"""Python has no texts for people that are not marked for translation."""

import pytest

from tests.architecture.sources import CODE, fake, hold, within
from tests.i18n.unmarked.python import marked, unmarked
from tools.messages.sources import texts

#: What has no texts for people, or only such as are stored as they are.
LEFT_OUT = (
    "articles.database",
    # For development only, and called by commands.
    "articles.demo",
    "articles.management",
    "articles.migrations",
    "articles.people",
    # Words of wire copy in many languages.
    "articles.wire.parse",
)
MODULES = [
    module
    for name, module in CODE.items()
    if (within(name, "articles") or within(name, "newsroom.accounts"))
    and not any(within(name, package) for package in LEFT_OUT)
    and "migrations" not in module.path.parts
]


def found_in(source: str) -> list[str]:
    """Return what is found in a module of the desk."""
    (module,) = fake({"articles/desk/a.py": source}).values()
    return [text for _, text in unmarked(module)]


def test_all_texts_are_marked() -> None:
    hold([f"{module.path}:{line}: {text}" for module in MODULES for line, text in unmarked(module)])


def test_all_marked_texts_are_collected() -> None:
    collected = {
        part
        for text in texts("django")
        for part in ([text.id] if text.context else [*_parts(text.id)])
    }
    contexts = {text.id for text in texts("django") if text.context}
    hold(
        [
            f"{module.path}:{line}: {text}"
            for module in CODE.values()
            for line, text in marked(module)
            if text not in collected | contexts
        ]
    )


def _parts(text: str | tuple[str, str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


@pytest.mark.parametrize(
    "source",
    [
        'raise NotPossible("The story is live already.")',
        'raise NotPossible(f"The story “{story}” is live already.")',
        'raise NotPossible(f"“{story}” is live already: Withdraw it.")',
        'raise NotPossible("“%(story)s” Is live" % {"story": story})',
        'raise NotPossible("“{}” Is live".format(story))',
        'messages.success(request, "The story is live.")',
        'messages.error(request, "The story is live.")',
        'return HttpResponse("Nothing was found")',
        'a = forms.CharField(label="authors")',
        'a = forms.CharField(help_text="in order")',
        'a = models.CharField("headline")',
        'a = Field(error_messages={"required": "Choose one of them."})',
        'context = {"title": "History"}',
        'context = {"title": f"History: {story}"}',
        "class Meta:\n    verbose_name = 'story'",
        "class State(TextChoices):\n    LIVE = 'live', 'live'",
        'formats.date_format(at, "j F Y")',
        'gettext(f"{count} links")',
        'gettext("The story " + story)',
        'gettext("The story %s") % "Without a name"',
    ],
)
def test_a_text_that_is_not_marked_is_seen(source: str) -> None:
    assert len(found_in(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        'def f():\n    """A docstring of f."""',
        'raise NotPossible(gettext("The story “%(story)s” is live.") % {"story": story})',
        'a = forms.CharField(label=_("Authors"), help_text=_("In their order."))',
        'a = models.ForeignKey("articles.Story", verbose_name=_("story"))',
        'a = models.CharField("SHA-256")',
        'raise ValueError("The action is registered already.")',
        'logger.info("Read %s of the stories", count)',
        'a = Message(N_("The picture is missing."))',
        'return HttpResponse(status=404, headers={"Content-Type": "text/html; charset=utf-8"})',
        "class State(TextChoices):\n    LIVE = 'live', _('live')",
        "class App(AppConfig):\n    label = 'accounts'",
        "class Meta:\n    permissions = [('publish_story', 'Can publish stories')]",
        'formats.date_format(at, "DATE_FORMAT")',
        'cursor.execute("SELECT number FROM articles_story")',
    ],
)
def test_other_texts_are_let_through(source: str) -> None:
    assert found_in(source) == []
