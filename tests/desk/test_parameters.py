"""What the desk's pages are asked in their URLs may be anything: none is an error of the site.

Each parameter that takes text or a number is here; the last test holds that none is missing.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from articles.desk import TagAdmin
from newsroom.accounts.models import User
from tests.factories import make_link, make_picture
from tests.helpers import managing_editor, ready
from tests.wire.helpers import article, take

pytestmark = pytest.mark.django_db
Desk = Callable[[User], Client]
ROOT = Path(__file__).resolve().parents[2]

#: NUL, half a surrogate pair, a negative page, numbers that are none or too large, and a quote.
VALUES = (*("a%00b", "%ED%A0%80", "-1", "0", "%C2%B2", "9" * 18, "9" * 40, "9" * 4400, "%22"),)
#: The parameters of all lists of Django’s.
LISTED = ("q", "p", "o", "e", "all")
FEW = ("q", "p")
#: By the name of a URL, with `pk` that of a story: what it reads.
READS = {
    "index": (),
    "articles_story_changelist": (
        *LISTED,
        *("mine", "status", "tag", "before", "state__exact", "section__id__exact"),
        "last_action__at__gte",
    ),
    "articles_relatedlink_changelist": (*LISTED, "state", "source", "score", "age", "story"),
    "articles_wirecopy_changelist": (*LISTED, "outcome__exact"),
    "articles_auditentry_changelist": (*LISTED, "action", "subject", "story"),
    "articles_picture_changelist": (*FEW, "use", "licence", "lacking", "mine"),
    "articles_section_changelist": FEW,
    "articles_author_changelist": FEW,
    "articles_place_changelist": FEW,
    "articles_place_pages": ("place",),
    "articles_front_changelist": ("front", "section"),
    "taggit_tag_changelist": FEW,
    "accounts_user_changelist": (*LISTED, "is_active__exact", "groups__id__exact"),
    "accounts_login_changelist": FEW,
    "accounts_failedlogin_changelist": FEW,
    "articles_notices": ("p", "part"),
    "articles_schedule": ("view", "day"),
    "articles_relatedlink_queue": ("link", "after", "done", "section"),
    "articles_relatedlink_queue_card": ("link", "after", "section"),
    "articles_relatedlink_report": ("days",),
    "articles_story_search": ("q", "not"),
    "articles_story_tags": ("q",),
    "articles_story_people": ("q",),
    "articles_picture_search": ("q", "picture"),
    "articles_story_edit_link": ("page",),
    "articles_story_as_seen": ("story", "page", "at", "at_0", "at_1", "which"),
    "articles_story_change pk": ("ask", "_changelist_filters"),
    "articles_story_history pk": ("versions", "saves", "log", "p"),
    "articles_story_compare pk": ("before", "after"),
    "articles_story_schedule pk": ("at", "view", "day", "from"),
    "articles_story_reschedule pk": ("version", "view", "day"),
    "articles_story_notes pk": ("start", "end", "quote", "prefix", "suffix", "note"),
    "articles_story_previews pk": ("from",),
}


@pytest.fixture
def client(desk: Desk) -> Client:
    client = desk(managing_editor())
    # A page with an error would end the test before the others are asked.
    client.raise_request_exception = False
    return client


@pytest.fixture
def pk() -> int:
    """A story in all lists."""
    story = ready("Harvest begins", tags=("land",))
    make_link(story, url="https://else.test")
    make_picture()
    take(article("Council meets", text="The council met."), managing_editor())
    publishing.publish(story, by=managing_editor())
    return story.pk


@pytest.mark.parametrize("page", READS)
def test_whatever_it_is_asked_the_page_answers(client: Client, pk: int, page: str) -> None:
    name, *args = page.split()
    url = reverse(f"admin:{name}", args=[pk] if args else [])
    wrong = []
    for parameter in READS[page]:
        for value in VALUES:
            asked = f"{url}?{parameter}={value}"
            status = client.get(asked).status_code
            expected = (404,) if "%00" in value else (200, 204, 302, 400, 404)
            if status not in expected:
                wrong.append((asked[:80], status))
    assert wrong == []


@pytest.mark.parametrize("page", ["-1", "0", "9", "9" * 18])
def test_a_list_says_that_it_has_no_such_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(TagAdmin, "list_per_page", 1)
    ready("Harvest begins", tags=("land", "sea"))
    response = client.get(reverse("admin:taggit_tag_changelist"), {"p": page}, follow=True)
    assert "There is no such page or filter" in response.text


READ = re.compile(r"""\bGET(?:\.get(?:list)?\(|\[)\s*["']([\w]+)["']|parameter_name = "(\w+)\"""")


def test_no_parameter_is_missing_here() -> None:
    code = "".join(
        path.read_text()
        for folder in ("articles/desk", "articles/previews", "newsroom/accounts")
        for path in (ROOT / folder).rglob("*.py")
    )
    found = {name for names in READ.findall(code) for name in names if name}
    assert len(found) > 15
    known = {name for names in READS.values() for name in names}
    assert found - known == set()
