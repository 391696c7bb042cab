"""The list of all related links."""

from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import writing
from articles.models import RelatedLink, Story
from articles.stories import WorkingCopy
from newsroom.accounts.models import User
from tests.factories import HOUR, NOON
from tests.helpers import relate

Desk = Callable[[User], Client]
LIST = "/admin/articles/relatedlink/"


def test_links_are_filtered_by_section_source_score_and_age(
    clock: time_machine.TimeMachineFixture,
    desk: Desk,
    managing_editor: User,
    writer: User,
    story: Story,
) -> None:
    relate(story, by=writer, url="https://else.test/", headline="Else")
    clock.move_to(NOON + 8 * 24 * HOUR, tick=False)
    other = writing.create(WorkingCopy(headline="Other"), by=writer)
    line = '<aside data-block="also-read" data-key="also00001">Other</aside>'
    writing.create(WorkingCopy(headline="Third", body=line), by=writer)
    assert story.section

    def listed(**query: str | int) -> list[str]:
        found = desk(managing_editor).get(LIST, query).context["cl"].result_list
        return [str(link) for link in found]

    assert listed() == [str(other), "Else"]
    assert listed(story__section__id__exact=story.section.pk) == ["Else"]
    assert listed(source="headline") == ["Other"]
    assert listed(source="person") == ["Else"]
    assert listed(source="copy") == []
    assert listed(score="same") == ["Other"]
    assert listed(score="close") == listed(score="less") == []
    RelatedLink.objects.filter(score=100).update(score=95)
    assert listed(score="close") == ["Other"]
    RelatedLink.objects.filter(score=95).update(score=94)
    assert listed(score="less") == ["Other"]
    assert listed(age="day") == ["Other"]
    assert listed(age="week") == []
    assert listed(age="older") == ["Else"]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_asks_no_more_however_long_it_is(
    desk: Desk, managing_editor: User, writer: User, story: Story, number: int
) -> None:
    for at in range(number):
        relate(story, by=writer, url=f"https://else.test/{at}")
    client = desk(managing_editor)
    client.get(LIST)
    with CaptureQueriesContext(connection) as captured:
        client.get(LIST)
    # The session, the account and its permissions; sections, how many, and the links; the
    # numbers in the bar.
    assert len(captured) == 8
