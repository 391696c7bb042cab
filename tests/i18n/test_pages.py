"""NEWSROOM_LANGUAGE decides on the language of all pages, their dates and their numbers."""

import json

import pytest
from django.test import Client
from pytest_django import Settings
from time_machine import Traveller

from articles.models import Story
from tests.helpers import managing_editor
from tests.i18n.english import english_on
from tests.i18n.site import READERS, build, desk_pages

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("clock")]

#: What readers' pages say: by language, then by page.
WORDS = {
    "de": {
        "/": ("Startseite", "Aktuelle Nachrichten", "1. September 2025, 12:00 UTC"),
        "/recent/": ("Aktuelle Nachrichten", "Alle Artikel von Newsroom, die neuesten zuerst."),
        "/corrections/": ("Korrekturen", "Anmerkung der Redaktion"),
        "/news/live/": ("Korrektur", "Aktualisiert am", "1. September 2025, 12:00 UTC"),
        "/news/gone/": ("Dieser Artikel wurde zurückgezogen", "Zurückgezogen am"),
        "/news/none/": ("Seite nicht gefunden", "Unter dieser Adresse gibt es keinen Artikel."),
        "/none/": ("Seite nicht gefunden", "Zum Hauptinhalt springen"),
    },
    "ru": {
        "/": ("Главная", "Последние новости", "1 сентября 2025 г., 12:00 UTC"),
        "/recent/": ("Последние новости", "Все материалы сайта Newsroom, сначала новые."),
        "/corrections/": ("Исправления", "От редакции"),
        "/news/live/": ("Исправление", "Обновлено", "1 сентября 2025 г., 12:00 UTC"),
        "/news/gone/": ("Этот материал снят с публикации", "Снят с публикации"),
        "/news/none/": ("Страница не найдена", "По этому адресу нет материала."),
        "/none/": ("Страница не найдена", "Перейти к основному содержанию"),
    },
}
#: What pages of the desk say.
DESK = {
    "de": {
        "add": ("Überschrift", "Vorspann", "Zur Prüfung einreichen", "Speichern"),
        "form of draft": (">Entwurf</span>", "Der Text ist leer"),
        "form of scheduled": ("Geplant", "2. September 2025, 12:00 UTC", "Planung aufheben…"),
        "form of live": ("Änderungen veröffentlichen…", "Korrektur hinzufügen…"),
        "withdraw": ("Leser sehen den Artikel nicht mehr.", "In der Zeitzone UTC"),
        "list": ("Sperrfrist bis <time", "3. September 2025, 12:00 UTC", ">Geplant</span>"),
    },
    "ru": {
        "add": ("Заголовок", "Лид", "Отправить на проверку", "Сохранить"),
        "form of draft": (">Черновик</span>", "Текст пуст"),
        "form of scheduled": ("Запланировано", "2 сентября 2025 г., 12:00 UTC", "Перенести…"),
        "form of live": ("Опубликовать изменения…", "Добавить исправление…"),
        "withdraw": ("Читатели больше не увидят материал.", "В часовом поясе UTC"),
        "list": ("Эмбарго до <time", "3 сентября 2025 г., 12:00 UTC", ">Запланирован</span>"),
    },
}
each_language = pytest.mark.parametrize("language", sorted(WORDS))


@pytest.fixture
def stories(clock: Traveller) -> dict[str, Story]:
    return build(clock)


@pytest.fixture
def desk(stories: dict[str, Story]) -> Client:
    client = Client()
    client.force_login(managing_editor("0001"))
    return client


@each_language
def test_readers_pages_are_in_the_language(
    settings: Settings, stories: dict[str, Story], language: str
) -> None:
    settings.LANGUAGE_CODE = language
    for page in READERS:
        text = Client().get(page).text
        # A story's own page is in the language of the story.
        of = "en-gb" if page == "/news/live/" else language
        assert f'<html lang="{of}"' in text
        assert [words for words in WORDS[language][page] if words not in text] == []
        assert english_on(text, language) == []


@each_language
def test_the_desk_is_in_the_language(
    settings: Settings, desk: Client, stories: dict[str, Story], language: str
) -> None:
    settings.LANGUAGE_CODE = language
    for name, url in desk_pages(stories).items():
        response = desk.get(url)
        assert response.status_code == 200, name
        assert [words for words in DESK[language].get(name, ()) if words not in response.text] == []
        assert english_on(response.text, language) == [], name


@each_language
def test_errors_of_the_story_form_are_in_the_language(
    settings: Settings, desk: Client, stories: dict[str, Story], language: str
) -> None:
    settings.LANGUAGE_CODE = language
    sent = {"related_links-TOTAL_FORMS": "0", "related_links-INITIAL_FORMS": "0"}
    text = desk.post(desk_pages(stories)["add"], {**sent, "places": "a" * 101}).text
    told = {"de": "Schreiben Sie eine Überschrift.", "ru": "Напишите заголовок."}
    assert told[language] in text
    assert english_on(text, language) == []


@each_language
def test_scripts_get_their_texts_in_the_language(
    settings: Settings, desk: Client, language: str
) -> None:
    settings.LANGUAGE_CODE = language
    catalog = desk.get("/admin/jsi18n/")
    words = {"de": ("Zitat", "%(count)s Wörter"), "ru": ("Цитата-врезка", "%(count)s слова")}
    # As JSON has them.
    escaped = [json.dumps(word)[1:-1] for word in words[language]]
    assert [word for word in escaped if word not in catalog.text] == []


def test_a_persons_language_is_that_of_the_desk_only(
    settings: Settings, desk: Client, stories: dict[str, Story]
) -> None:
    settings.LANGUAGE_CODE = "de"
    person = managing_editor("0001")
    person.language = "ru"
    person.save()
    assert "Заголовок" in desk.get(desk_pages(stories)["add"]).text
    assert "Startseite" in desk.get("/").text


def test_english_is_seen() -> None:
    page = '<p title="{}">{}</p>'
    assert english_on(page.format("", "Page not found"), "de") == ["Page not found"]
    assert english_on(page.format("Older news", ""), "ru") == ["Older news"]
    assert english_on(page.format("", "Updated 1 September 2025"), "ru") != []
    assert english_on(page.format("Slug", "Seite nicht gefunden"), "de") == []
