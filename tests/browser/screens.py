"""Every screen of the desk, with something on it: for axe and, in `make screenshots`, for us."""

from dataclasses import replace
from datetime import timedelta

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles import publishing, writing
from articles.desk.history.as_seen import as_seen_url
from articles.frontpage import Placed
from articles.models import Author, Place, RelatedLink, Section, Story
from articles.people import REPORTER
from articles.stories import WorkingCopy, working_copy_of
from articles.wire import ingest
from newsroom.accounts.models import SavedView, User
from tests.factories import SAMPLES, make_author, make_link, make_picture, make_section
from tests.frontpage.fronts import front_of
from tests.helpers import changed, draft, person, ready
from tests.wire.helpers import article, take

SAMPLE = SAMPLES / "xi-putin-sco.txt"
#: From right to left, in one long word, in two scripts, and longer than any column.
HEADLINES = (
    "افتتاح المدرسة الجديدة في المدينة القديمة",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung tritt in Kraft",
    "The minister said “نعم” to the plan",
    "Council votes on the bridge, the harbour, the school, the hospital and all that was left over",
    "Экспорт зерна вырос на треть",
)
TEXT = "<p>The council met on Tuesday and said nothing of the harvest.</p>"
BODY = (
    "<h2>Fields</h2><p>The two words, and more.</p>"
    '<aside data-block="pull-quote" data-key="quote0001" data-speaker="Xi">two words</aside>'
    '<aside data-block="also-read" data-key="also00001" data-label="Also Read | ">Else</aside>'
)
LATER = f"<p>A new start.</p>{BODY.replace('and more', 'and less')}<h2>Fields</h2>"


def at(name: str, *args: int | str, query: str = "") -> str:
    """Return the URL of a page of the desk."""
    return reverse(f"admin:{name}", args=args) + query


def screens(editor: User) -> dict[str, str]:
    """Fill a newsroom, and return the URLs of the screens, by name."""
    _others_at_work(editor)
    story = ready("Harvest begins", body=BODY, tags=("land", "sea"), places=("Kyiv",))
    publishing.publish(story, by=editor)
    make_link(story, headline="Undecided", url="https://else.test")
    take(article("Council meets", "Harvest begins"), editor)
    offer = take(article("Council meets", text="The council met on Tuesday instead."), editor)
    assert offer.wire_copy
    tomorrow = timezone.now() + timedelta(days=1)
    update = publishing.schedule(changed(story), by=editor, at=tomorrow)
    publishing.withdraw(story, by=editor, at=tomorrow + timedelta(days=1))
    later = replace(working_copy_of(story), summary="Changed since.", body=LATER)
    writing.save(Story.objects.get(pk=story.pk), later, by=editor)
    held = draft("Held")
    publishing.set_embargo(held, by=editor, until=tomorrow, reason="They ask.")
    picture = make_picture(alt="A field", caption="A field near the river", credit="A/Agency")
    author, section = Author.objects.latest("pk"), Section.objects.latest("pk")
    Author.objects.filter(pk=author.pk).update(portrait=picture)
    place = Place.objects.get_or_create(name="Kyiv")[0]
    front_of(Placed(story.pk, "Said on the front page"), held)
    day = f"day={tomorrow.date()}"
    return {
        "start": at("index"),
        "stories": at("articles_story_changelist"),
        "stories-found": at("articles_story_changelist", query="?q=council"),
        "stories-none": at("articles_story_changelist", query="?q=nothingofthekind"),
        "bulk": at("articles_story_bulk", "tags", query=f"?chosen={story.pk}-&chosen={held.pk}-"),
        "bulk-delete": at("articles_story_bulk", "delete", query=f"?chosen={story.pk}-"),
        "story": at("articles_story_change", story.pk),
        "story-embargo": at("articles_story_change", held.pk),
        "story-new": at("articles_story_add"),
        "notes": at("articles_story_notes", story.pk),
        "previews": at("articles_story_previews", story.pk),
        "history": at("articles_story_history", story.pk),
        "live": at("articles_story_live", story.pk),
        "compare": at("articles_story_compare", story.pk, query="?before=live&after=draft"),
        "restore": at("articles_story_restore_revision", story.pk, 1),
        "version": at("articles_story_version", story.pk, update.pk),
        "front": at("articles_front_changelist"),
        "front-breaking": at("articles_front_breaking"),
        "as-seen": at("articles_story_as_seen", query=f"?story={story.pk}"),
        "as-seen-front": as_seen_url(timezone.now(), "/"),
        "as-seen-article": as_seen_url(timezone.now(), f"/news/{story.slug}/"),
        "reschedule": at("articles_story_reschedule", story.pk),
        "unschedule": at("articles_story_unschedule", story.pk),
        "embargo": at("articles_story_embargo", held.pk),
        "embargo-lift": at("articles_story_lift_embargo", held.pk),
        "schedule": at("articles_schedule", query="?view=list"),
        "schedule-week": at("articles_schedule", query=f"?view=week&{day}"),
        "schedule-month": at("articles_schedule", query=f"?view=month&{day}"),
        "queue": at("articles_relatedlink_queue"),
        "links": at("articles_relatedlink_changelist", query="?state=all"),
        "link": at("articles_relatedlink_change", RelatedLink.objects.latest("pk").pk),
        "links-here": at("articles_relatedlink_to", story.pk),
        "links-report": at("articles_relatedlink_report"),
        "pictures": at("articles_picture_changelist"),
        "picture": at("articles_picture_change", picture.pk),
        "picture-new": at("articles_picture_add"),
        "picture-take-down": at("articles_picture_take_down", picture.pk),
        "sections": at("articles_section_changelist"),
        "section": at("articles_section_change", section.pk),
        "section-delete": at("articles_section_delete", section.pk),
        "authors": at("articles_author_changelist"),
        "author": at("articles_author_change", author.pk),
        "places": at("articles_place_changelist"),
        "place": at("articles_place_change", place.pk),
        "place-pages": at("articles_place_pages"),
        "tags": at("taggit_tag_changelist"),
        "tag": at("taggit_tag_change", Tag.objects.latest("pk").pk),
        "wire-copy": at("articles_wirecopy_changelist"),
        "wire-copy-one": at("articles_wirecopy_change", offer.wire_copy.pk),
        "wire-update": at("articles_wirecopy_compare", offer.wire_copy.pk),
        "import": at("articles_wirecopy_import"),
        "audit-log": at("articles_auditentry_changelist"),
        "notices": at("articles_notices"),
        "accounts": at("accounts_user_changelist"),
        "account": at("accounts_user_change", User.objects.latest("pk").pk),
        "account-new": at("accounts_user_add"),
        "account-password": at("auth_user_password_change", User.objects.latest("pk").pk),
        "account-history": at("accounts_user_history", User.objects.latest("pk").pk),
        "group": at("auth_group_change", Group.objects.latest("pk").pk),
        "log-ins": at("accounts_login_changelist"),
        "log-ins-failed": at("accounts_failedlogin_changelist"),
        "settings": at("own_settings"),
        "password": at("password_change"),
    }


def _others_at_work(editor: User) -> None:
    """Add the sample, live; and stories in each state, some in other scripts."""
    ana, section = make_author("Ana Lee"), make_section("World")
    picture = make_picture(caption="مدرسة", alt="مدرسة", credit="A/Agency")
    sample = ingest(SAMPLE.read_bytes(), name=SAMPLE.name, by=editor).story
    assert sample
    publishing.publish(writing.make_ready(sample, by=editor), by=editor)
    reporter = person(REPORTER, "maya")
    User.objects.filter(pk=reporter.pk).update(display_name="Maya Okafor")
    for number, headline in enumerate(HEADLINES):
        copy = WorkingCopy(
            headline, body=TEXT, authors=(ana,), section=section, lead_picture=picture
        )
        sent = writing.submit(writing.create(copy, by=reporter), by=reporter)
        if number == 0:
            writing.send_back(sent, by=editor, reason="Who says so?\nCall the ministry again.")
        planned = ready(f"Scheduled: {headline}"[:100], section=section)
        when = timezone.now() + timedelta(hours=3 + 19 * number)
        publishing.schedule(planned, by=editor, at=when)
        make_link(sample, headline=headline, target=planned, state="suggested")
    gone = ready("A story that was wrong")
    publishing.publish(gone, by=editor)
    publishing.withdraw(gone, by=editor, note="Our source retracted it.")
    writing.stay(Story.objects.filter(state="in_review").latest("pk"), by=person("Editor", "aida"))
    SavedView.objects.create(person=editor, name="Harvest", query="q=harvest")
    ready("Ready for tomorrow", section=section)
