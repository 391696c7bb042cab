"""Templates have no words that are not translated."""

from collections.abc import Callable

import pytest

from tests.architecture.sources import ROOT, hold
from tests.i18n.unmarked import django_template, jinja_template
from tests.i18n.unmarked.html import Words, words_in

Finder = Callable[[str], list[Words]]
FOLDERS: dict[str, Finder] = {
    "admin": django_template.unmarked,
    "accounts": django_template.unmarked,
    "pages": jinja_template.unmarked,
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_all_words_are_translated(folder: str) -> None:
    hold(
        [
            f"{path.relative_to(ROOT)}:{line}: {words}"
            for path in sorted((ROOT / "templates" / folder).rglob("*.html"))
            for line, words in FOLDERS[folder](path.read_text(encoding="utf-8"))
        ]
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>News</p>",
        "<p>\n\n  News</p>",
        '<img alt="Two flags">',
        '<a title="News">1</a>',
        '<button aria-label="Close">×</button>',
        '<input placeholder="Words">',
        '<input type="submit" value="Save">',
        '<td data-name="Saved"></td>',
        '<meta name="description" content="News">',
        '<meta property="og:title" content="News">',
        "<style>p {}</style>News",
    ],
)
def test_words_in_html_are_seen(html: str) -> None:
    assert len(words_in(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<p>– 1 · 2 ×&nbsp;&rarr;</p>",
        "<p>https://news.example/a</p>",
        '<script>const news = "News"</script>',
        "<style>p {}</style>",
        '<p translate="no">Newsroom</p>',
        '<input type="hidden" value="save">',
        '<p class="news" id="news"><!-- News --></p>',
        '<meta name="viewport" content="width=device-width">',
    ],
)
def test_html_without_words_is_let_through(html: str) -> None:
    assert words_in(html) == []


def test_words_are_named_with_their_line() -> None:
    assert words_in("<p>\n\n  Late\n  news</p>") == [(3, "Late news")]
    assert django_template.unmarked("{% if a %}\n{# b #}\n{{ c }}Late{% endif %}") == [(3, "Late")]
    assert jinja_template.unmarked("{% if a %}\n{# b #}\n{{ c }}Late{% endif %}") == [(3, "Late")]


@pytest.mark.parametrize(
    "source",
    [
        "<p>{{ count }} stories</p>",
        "<p>“{{ story }}”</p>",
        '{% blocktranslate %}Late{% endblocktranslate %} news<a title="{{ a }}">',
        '<a title="{% if a %}News{% endif %}"></a>',
        '{{ a|default:"none" }}',
        '{{ a|yesno:"yes,no" }}',
        "story{{ a|pluralize }}",
        '{% include "a.html" with title="Late news" %}',
        '{% firstof a "Nobody knows" %}',
        '{{ at|date:"j F Y" }}',
        '{{ at|time:"P" }}',
    ],
)
def test_words_in_a_django_template_are_seen(source: str) -> None:
    assert len(django_template.unmarked(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '<a title="{% translate "Late news" %}">{% translate "News" context "noun" %}</a>',
        "{% blocktranslate count n=n %}A <b>b</b>{% plural %}C {{ d }}{% endblocktranslate %}",
        '{% include "a.html" with title=_("Late news") %}',
        '{{ a|default:"–" }} {{ _("News") }} {{ a|default:"" }}',
        '{{ at|date:"Y-m-d" }} {{ at|date:"DATE_FORMAT" }} {{ at|date:"c" }} {{ at|date:"l" }}',
        '<a href="{% url "admin:index" %}" {% if a == "live" %}class="b"{% endif %}>›</a>',
        "{% comment %}A note{% endcomment %}{# Another #}",
    ],
)
def test_translated_words_in_a_django_template_are_let_through(source: str) -> None:
    assert django_template.unmarked(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>{{ count }} stories</p>",
        '{{ "Late news" }}',
        '{{ _("By %(names)s", names="Nobody we know") }}',
        '{% set title = "Late news" %}',
        '<a title="News {{ a }}"></a>',
    ],
)
def test_words_in_a_jinja_template_are_seen(source: str) -> None:
    assert len(jinja_template.unmarked(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '<a title="{{ _("Late news") }}">{{ _("News") }}</a>',
        '{{ ngettext("One story", "Two stories", n) }}',
        '{{ image(picture, "(max-width: 48rem) 100vw, 36rem", "", \'loading="lazy"\') }}',
        "{# A note #}{% block title %}{% endblock %} – ",
    ],
)
def test_translated_words_in_a_jinja_template_are_let_through(source: str) -> None:
    assert jinja_template.unmarked(source) == []
