"""A revision of an older form is read in the present one; one of a newer form is not guessed at."""

import pytest
from django.db import connection

from articles.core import Damaged
from articles.models import Revision
from articles.stories import WorkingCopy
from articles.writing.revisions import as_data, read_revision, schema
from tests.helpers import draft

pytestmark = pytest.mark.django_db


def rename_headline(data: schema.Data) -> schema.Data:
    return {"title": data["headline"]} | {k: v for k, v in data.items() if k != "headline"}


def shout(data: schema.Data) -> schema.Data:
    return data | {"title": data["title"].upper()}


def test_an_older_form_is_upgraded_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    revision = Revision.objects.get(story=draft("Harvest begins"))
    now = schema.SCHEMA
    monkeypatch.setattr(schema, "SCHEMA", now + 2)
    monkeypatch.setattr(schema, "UPGRADERS", {now: rename_headline, now + 1: shout})
    data = read_revision(revision)
    assert data["title"] == "HARVEST BEGINS"
    assert "headline" not in data


def test_a_newer_form_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    story = draft()
    monkeypatch.setattr(schema, "SCHEMA", 0)
    with pytest.raises(Damaged, match="newer than 0"):
        read_revision(Revision.objects.get(story=story))


def test_each_form_before_the_present_one_has_an_upgrader() -> None:
    assert sorted(schema.UPGRADERS) == list(range(1, schema.SCHEMA))


def test_the_present_form_is_known() -> None:
    """Whoever changes the fields raises `SCHEMA`, and adds an upgrader."""
    assert schema.SCHEMA == 4
    assert sorted(as_data(WorkingCopy("Headline"))) == [
        "agency",
        "authors",
        "body",
        "date",
        "headline",
        "language",
        "lead_picture",
        "lead_words",
        "places",
        "related",
        "section",
        "slug",
        "summary",
        "tags",
    ]


def test_a_copy_from_before_there_were_languages_has_none_chosen() -> None:
    story = draft()
    revision = Revision.objects.get(story=story)
    old = {k: v for k, v in read_revision(revision).items() if k != "language"}
    assert schema.upgrade(old, 1)["language"] == ""


def test_each_row_says_its_form() -> None:
    draft()
    with connection.cursor() as cursor:
        cursor.execute("SELECT schema FROM articles_revision")
        assert cursor.fetchall() == [(schema.SCHEMA,)]
