"""Entries from before they were indexed are found once they are."""

from django.core.management import call_command

from articles.models import EntryVersionWords, EntryWords
from articles.search import VersionSearch, find_entries, parse
from tests.factories import NOON, make_live_entry, make_version
from tests.project.conftest import Migrate


def test_entries_from_before_are_indexed(migrate: Migrate) -> None:
    make_live_entry(make_version().story, body="<p>A zeppelin lands.</p>")
    migrate("articles", "0019_rules_and_triggers")
    migrate()

    query = parse("zeppelins")
    assert not find_entries(query).exists()
    call_command("search_index", "rebuild", "--missing", verbosity=0)
    call_command("search_index", "check")
    assert find_entries(query).exists()
    assert VersionSearch(query, NOON).total == 1
    assert EntryWords.objects.count() == EntryVersionWords.objects.count() == 1
