"""Wire copy from before it was known by its text."""

import hashlib

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.wire import fingerprint
from tests.project.conftest import Migrate

# The migration is the ORM's on both databases.
pytestmark = pytest.mark.once
BEFORE = "0001_initial"
NAME = "0007_wire_copy_fingerprints"


def test_copy_that_is_there_is_known_by_its_text(migrate: Migrate) -> None:
    old = migrate("articles", BEFORE)
    text = "Stadtrat erhöht die Gebühren\r\n\r\nEr tagt in Köln."
    for source in (text.encode(), text.encode("utf-16"), b"\xff\xfe\x00"):
        old.get_model("articles", "WireCopy").objects.create(
            source=source,
            sha256=hashlib.sha256(source).hexdigest(),
            name="copy.txt",
            headline="Stadtrat erhöht die „Gebühren“",
            outcome="created",
            received_at=timezone.now(),
        )
    new = migrate("articles", NAME)
    rows = new.get_model("articles", "WireCopy").objects.order_by("pk")
    assert [row.text_sha256 for row in rows] == [fingerprint(text)] * 2 + [""]
    assert {row.headline_key for row in rows} == {'stadtrat erhöht die "gebühren"'}
    assert not any(row.embargo_open for row in rows)


def test_the_import_says_what_to_run_where_tables_are_missing(migrate: Migrate) -> None:
    for state in (BEFORE, None):
        migrate("articles", state)
        for options in ({}, {"check": True}):
            with pytest.raises(CommandError, match=r"manage\.py migrate"):
                call_command("import_story", "-", **options)


@pytest.mark.parametrize("outcome", ["dismissed", "kill"])
def test_undone_new_results_become_offers(migrate: Migrate, outcome: str) -> None:
    new = migrate("articles", NAME)
    rows = new.get_model("articles", "WireCopy").objects
    known = {"sha256": "a" * 64, "text_sha256": "b" * 64, "received_at": timezone.now()}
    rows.create(source=b"A", name="a", headline="A", headline_key="a", outcome=outcome, **known)
    old = migrate("articles", BEFORE)
    assert old.get_model("articles", "WireCopy").objects.get().outcome == "offered"
