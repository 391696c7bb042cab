"""A page is in the language of its story, and what is around it in the newsroom's."""

from urllib.parse import unquote

import pytest
from django.test import Client

from articles import publishing
from articles.models import PublishedVersion, Story
from tests.factories import make_section, make_version
from tests.helpers import managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ARABIC = "<p>(CNN) -- قال الرئيس إن الحكومة ستبدأ العمل غدا</p><p>The end of the talks</p>"


def live(headline: str, **fields: object) -> PublishedVersion:
    story = ready(headline, **fields)
    return publishing.publish(story, by=managing_editor())


def test_an_arabic_story_that_begins_with_latin_letters_runs_from_right_to_left() -> None:
    version = live("COVID-19: الوباء يعود", body=ARABIC)
    page = Client().get(version.get_absolute_url()).text
    assert version.language == "ar"
    assert '<html lang="ar" dir="rtl">' in page
    assert "<h1>COVID-19" in page
    assert "<p>(CNN) -- قال" in page
    assert '<p lang="en" dir="ltr">The end' in page
    assert '<header class="masthead" lang="en-gb" dir="ltr">' in page
    assert "<title>\u2067COVID-19: الوباء يعود\u2069 – " in page
    assert 'lang="ar" dir="rtl"' in Client().get("/").text


def test_an_editor_says_better() -> None:
    version = live("Guerra", body="<p>El fin de la guerra en la ciudad</p>", language="ca")
    assert '<html lang="ca">' in Client().get(version.get_absolute_url()).text


def test_a_version_from_before_there_were_languages_is_read() -> None:
    version = make_version(headline="الوباء يعود", body_html=ARABIC, slug="old")
    assert version.language == ""
    assert '<html lang="ar" dir="rtl">' in Client().get("/news/old/").text


@pytest.mark.parametrize("typed", ["KÖLN", "Ko\u0308ln", "kÖln"])
def test_other_forms_of_a_url_lead_to_the_page(typed: str) -> None:
    live("Köln")
    response = Client().get(f"/news/{typed}/?utm_source=x")
    assert response.status_code == 301
    assert response["Location"] == "/news/k%C3%B6ln/?utm_source=x"


def test_slugs_keep_the_marks_of_their_script() -> None:
    version = live("नई दिल्ली में बारिश")
    assert Story.objects.get().slug == "नई-दिल्ली-में-बारिश"
    assert Client().get(version.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("stored", "present"), [("οδυσσευσ", "οδυσσευς"), ("น้\u0e4d\u0e32", "น้ำ")])
def test_pages_with_slugs_of_the_former_form_are_found(stored: str, present: str) -> None:
    make_version(headline="Former", slug=stored)
    assert Client().get(f"/news/{stored}/").status_code == 200
    response = Client().get(f"/news/{present}/")
    assert unquote(response["Location"]) == f"/news/{stored}/"


def test_names_that_run_the_other_way_are_isolated_from_words_around_them() -> None:
    section = make_section(name="أخبار BBC", slug="akhbar")
    live("COVID-19: الوباء يعود", body=ARABIC, section=section, tags=("BBC عربي",))
    name = "\u2067أخبار BBC\u2069"
    page = Client().get("/section/akhbar/").text
    assert f"<title>{name} – " in page
    assert f"on {name}, newest first" in page
    assert f'title="Newsroom – {name}"' in page
    assert "on \u2067BBC عربي\u2069, newest first" in Client().get("/tag/bbc-عربي/").text
    assert str(Story.objects.get()) == "\u2067COVID-19: الوباء يعود\u2069"
    assert str(section) == name


def test_the_section_above_a_headline_says_its_own_language() -> None:
    live("الوباء يعود", body=ARABIC, section=make_section(name="أخبار", slug="a"))
    live("الحكومة ستبدأ العمل", body=ARABIC, section=make_section(name="World", slug="b"))
    front = Client().get("/").text
    assert '<p class="kicker">أخبار</p>' in front
    assert '<p class="kicker" lang="en-gb" dir="ltr">World</p>' in front
