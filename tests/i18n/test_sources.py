"""Marked texts are found in each kind of source."""

from pathlib import Path

import pytest

from tools.messages.sources import SOURCES, Source, Text, texts_of

#: By the folder of the sources.
KINDS: dict[str, Source] = {
    source.folder: source for sources in SOURCES.values() for source in sources
}


def found(folder: str, content: str, path: Path) -> list[Text]:
    """Return the texts of a file with this content."""
    file = path / "file"
    file.write_text(content, encoding="utf-8")
    return list(texts_of(file, KINDS[folder]))


def test_all_kinds_of_sources_have_files() -> None:
    assert all(source.paths() for source in KINDS.values())


@pytest.mark.parametrize(
    ("source", "text", "context"),
    [
        ("gettext('Save')", "Save", None),
        ("_('Save')", "Save", None),
        ("gettext_lazy('Save')", "Save", None),
        ("N_('Save')", "Save", None),
        ("gettext('Save' ' it')", "Save it", None),
        ("translation.gettext('Save')", "Save", None),
        ("gettext('By %(names)s', names=names)", "By %(names)s", None),
        ("pgettext('noun', 'Schedule')", "Schedule", "noun"),
        ("pgettext_lazy('noun', 'Schedule')", "Schedule", "noun"),
        ("ngettext('a link', '%(count)s links', n)", ("a link", "%(count)s links"), None),
        ("ngettext_lazy('a link', 'links', 'n')", ("a link", "links"), None),
        ("npgettext('noun', 'a link', 'links', n)", ("a link", "links"), "noun"),
    ],
)
def test_texts_in_python(
    tmp_path: Path, source: str, text: str | tuple[str, str], context: str | None
) -> None:
    (one,) = found("articles", f"x = {source}\n", tmp_path)
    assert (one.id, one.context) == (text, context)


@pytest.mark.parametrize(
    ("source", "text", "context"),
    [
        ('{% translate "Save" %}', "Save", None),
        ('<a title="{% translate "Save" %}">', "Save", None),
        ('{% translate "Schedule" context "noun" %}', "Schedule", "noun"),
        ('{% include "a.html" with title=_("Save") %}', "Save", None),
        ('{{ _("Save") }}', "Save", None),
        (
            "{% blocktranslate trimmed %}\n  Save\n  {{ it }}\n{% endblocktranslate %}",
            "Save %(it)s",
            None,
        ),
        ("{% blocktranslate %}100% of it{% endblocktranslate %}", "100%% of it", None),
        (
            '{% blocktranslate context "noun" %}Schedule{% endblocktranslate %}',
            "Schedule",
            "noun",
        ),
        (
            "{% blocktranslate count n=n %}a link{% plural %}{{ n }} links{% endblocktranslate %}",
            ("a link", "%(n)s links"),
            None,
        ),
    ],
)
def test_texts_in_a_django_template(
    tmp_path: Path, source: str, text: str | tuple[str, str], context: str | None
) -> None:
    (one,) = found("templates/admin", f"<p>\n      {source}\n  </p>\n", tmp_path)
    assert (one.id, one.context, one.line) == (text, context, 2)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('{{ _("Save") }}', "Save"),
        ('<a title="{{ gettext("By %(names)s", names=names) }}">', "By %(names)s"),
        ('{{ ngettext("a link", "links", n) }}', ("a link", "links")),
    ],
)
def test_texts_in_a_jinja_template(
    tmp_path: Path, source: str, text: str | tuple[str, str]
) -> None:
    assert [one.id for one in found("templates/pages", source, tmp_path)] == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('gettext("Save")', "Save"),
        ("button.textContent = gettext('Save')", "Save"),
        ("`${gettext('Save')}: ${story}`", "Save"),
        ('interpolate(gettext("Edit: %(block)s"), { block: label })', "Edit: %(block)s"),
        ('ngettext("a word", "%(n)s words", n)', ("a word", "%(n)s words")),
        ('list.length < 2 && gettext("Save") > ""', "Save"),
    ],
)
def test_texts_in_a_module(tmp_path: Path, source: str, text: str | tuple[str, str]) -> None:
    assert [one.id for one in found("static/js", source, tmp_path)] == [text]


@pytest.mark.parametrize(
    ("folder", "source"),
    [
        ("articles", "# Translators: on a button\nx = gettext('Save')\n"),
        ("templates/admin", '{# Translators: on a button #}\n{% translate "Save" %}'),
        ("templates/pages", '{# Translators: on a button #}\n{{ _("Save") }}'),
        ("static/js", '// Translators: on a button\ngettext("Save")\n'),
    ],
)
def test_translators_are_told_what_a_comment_says(tmp_path: Path, folder: str, source: str) -> None:
    (one,) = found(folder, source, tmp_path)
    assert one.comments == ["on a button"]
