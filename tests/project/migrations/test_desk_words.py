"""Notes and wire copy from before they were indexed are found once the index is rebuilt."""

from typing import Any

from django.core.management import call_command

from articles.models import LinkSuggestion, NoteWords, WireWords
from articles.search import find_notes, find_wire_copies, parse
from tests.factories import NOON
from tests.project.conftest import Migrate

BEFORE = "0027_period_rules"


def test_they_are_indexed_and_the_way_back_keeps_them(migrate: Migrate) -> None:
    old = migrate("articles", BEFORE)

    def add(model: str, app: str = "articles", **fields: Any) -> Any:
        return old.get_model(app, model).objects.create(**fields)

    user = add("User", "accounts", username="ana")
    story = add(
        "Story",
        headline="Harvest",
        headline_key="harvest",
        slug="harvest",
        created_by=user,
        changed_by=user,
        created_at=NOON,
        changed_at=NOON,
    )
    add("Note", story=story, by=user, at=NOON, text="Is the zeppelin ours?")
    copy = {"sha256": "1", "text_sha256": "1", "name": "copy.txt", "headline": "Zeppelin"}
    report = {"blocks": [{"kind": "paragraph", "text": "It came from the lake."}]}
    add("WireCopy", source=b"Zeppelin", received_at=NOON, outcome="kill", report=report, **copy)

    migrate()
    assert not find_notes(parse("zeppelin")).exists()
    call_command("search_index", "rebuild", "--missing", verbosity=0)
    call_command("search_index", "check")
    assert find_notes(parse("zeppelins")).get().text == "Is the zeppelin ours?"
    assert find_wire_copies(parse("lakes")).get().headline == "Zeppelin"
    assert NoteWords.objects.count() == WireWords.objects.count() == 1
    assert not LinkSuggestion.objects.exists()

    back = migrate("articles", BEFORE)
    assert back.get_model("articles", "Note").objects.count() == 1
    assert back.get_model("articles", "WireCopy").objects.count() == 1
