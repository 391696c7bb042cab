"""Related links from before, as they are now, and back."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from articles.models import CacheVersion, LinkDecision, LinkedPage, RelatedLink
from tests.factories import NOON, make_story, make_user
from tests.project.conftest import Migrate


def test_of_two_links_to_one_page_the_newer_one_stays(migrate: Migrate) -> None:
    story, target = make_story(), make_story()
    old = migrate("articles", "0015_byline_text")
    links = old.get_model("articles", "RelatedLink").objects
    of_story = {"story_id": story.pk}
    for leads in ({"target_id": target.pk}, {"url": "https://else.test/"}):
        for _ in range(2):
            links.create(**of_story, **leads)
    links.create(**of_story, key="also00001", target_id=target.pk)

    migrate()

    placed = RelatedLink.objects.placed().order_by("pk")
    assert [(link.key, link.url) for link in placed] == [
        ("", ""),
        ("", "https://else.test/"),
        ("also00001", ""),
    ]
    assert RelatedLink.objects.count() == 5
    with pytest.raises(IntegrityError), transaction.atomic():
        RelatedLink.objects.create(story=story, target=target)


def test_links_keep_their_decisions_backwards(migrate: Migrate) -> None:
    decided = {"state": "approved", "decided_by": make_user(), "decided_at": NOON}
    link = RelatedLink.objects.create(
        story=make_story(), target=make_story(), decided_headline="Other", **decided
    )
    old = migrate("articles", "0015_byline_text")
    row = old.get_model("articles", "RelatedLink").objects.get(pk=link.pk)
    assert (row.state, row.decided_at) == ("approved", NOON)
    migrate()
    link.refresh_from_db()
    assert (link.state, link.decided_headline) == ("approved", "")


def test_what_was_decided_holds_since_then_as_a_period(migrate: Migrate) -> None:
    story, target, by = make_story(), make_story(), make_user()
    old = migrate("articles", "0019_link_display")
    links = old.get_model("articles", "RelatedLink").objects
    decided = {"decided_by_id": by.pk, "decided_at": NOON}
    links.create(story_id=story.pk, target_id=target.pk, state="suggested")
    links.create(story_id=story.pk, target_id=target.pk, key="also00002", state="suggested")
    links.create(
        story_id=story.pk,
        url="https://else.test/",
        state="approved",
        released_at=NOON,
        released_headline="Else",
        decided_order=2,
        **decided,
    )
    links.create(
        story_id=story.pk,
        key="also00001",
        target_id=target.pk,
        state="rejected",
        reason="Old.",
        **decided,
    )

    migrate()

    held = LinkDecision.objects.order_by("pk")
    assert [
        (one.state, one.key, one.url, one.target, one.reason, one.position, one.released_headline)
        for one in held
    ] == [
        ("suggested", "also00002", "", target, "", None, ""),
        ("approved", "", "https://else.test/", None, "", 2, "Else"),
        ("rejected", "also00001", "", target, "Old.", None, ""),
    ]
    assert {(one.by, one.valid_from, one.valid_until) for one in held.filter(by=by)} == {
        (by, NOON, None)
    }
    with pytest.raises(DatabaseError, match="link_decision_is_frozen"), transaction.atomic():
        held.update(reason="Other.")

    migrate("articles", "0019_link_display")
    before = CacheVersion.objects.get().number
    # Without decisions, what readers see of a link is its row.
    links.filter(key="also00001").update(state="approved")
    assert CacheVersion.objects.get().number != before
    migrate()
    assert LinkDecision.objects.filter(state="approved").count() == 2


def test_links_to_pages_outlive_what_is_known_of_these(migrate: Migrate) -> None:
    link = RelatedLink.objects.create(story=make_story(), url="https://else.test/")
    page = {"url": link.url, "host": "else.test", "state_since": NOON, "due_at": NOON}
    LinkedPage.objects.create(**page)
    migrate("articles", "0023_no_search_text")
    migrate()
    assert list(RelatedLink.objects.to_check()) == [link]
    assert not LinkedPage.objects.exists()
    LinkedPage.objects.create(**page)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedPage.objects.create(**page)
