"""Stories, and what may happen to them while they are read: verbs, raw SQL and the clock."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path

from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from taggit.models import Tag
from time_machine import Traveller

from articles import body, live, publishing, writing
from articles.core import NewsroomError
from articles.frontpage import (
    FrontPlan,
    Placed,
    cancel_front,
    end_breaking,
    publish_front,
    show_breaking,
)
from articles.links import moderation
from articles.models import (
    AuthorPeriod,
    BreakingNews,
    Correction,
    CorrectionKind,
    EntryVersion,
    FormerSlug,
    Front,
    FrontSlot,
    LinkDecision,
    LinkState,
    LiveCoverage,
    Picture,
    PublishedVersion,
    Rendition,
    Section,
    SectionPeriod,
    Story,
)
from articles.stories import working_copy_of
from articles.text import name_slug
from articles.writing import make_ready
from tests.factories import make_author, make_correction, make_section
from tests.helpers import managing_editor, ready, relate
from tests.readers.cache.backup import back_up, restore
from tests.readers.cache.processes import ReadsPages

MINUTE = timedelta(minutes=1)
JUST_BEFORE = timedelta(microseconds=1)
#: What happens, to which story, and which process then reads which page.
Steps = list[tuple[str, int, list[tuple[int, int]]]]
_numbers = count()


class Newsroom:
    """Three stories, one of which links to the others, and what may happen to them."""

    def __init__(self, clock: Traveller, start: datetime, backups: Path = Path()) -> None:
        """Open it at the timezone-aware datetime; backups, if any are made, go to the folder."""
        self.clock, self.now, self.day = clock, start, start.date()
        self.clock.move_to(start, tick=False)
        self.number = number = next(_numbers)
        self.backup = backups / f"backup-{number}"
        self.section = make_section(name=f"Land {number}", slug=f"land-{number}")
        self.author = make_author(f"Ana {number}")
        inline = body.write([body.AlsoRead(body.new_key(), f"Story {number} c")])
        self.stories = [
            ready(
                f"Story {number} {name}",
                section=self.section,
                authors=(self.author,),
                tags=(f"tag {number}",),
                places=(f"Oral {number}",),
                body=f"<p>It begins.</p>{inline if name == 'a' else ''}",
            )
            for name in "abc"
        ]
        # It shows the headline that its target has.
        self.link = relate(self.stories[0], target=self.stories[1])
        self.stories[0] = make_ready(self.link.story, by=managing_editor())
        for story in self.stories:
            publishing.publish(story, by=managing_editor())
        for link in self.stories[0].related_links.all():
            moderation.approve(link, by=managing_editor())

    @property
    def paths(self) -> list[str]:
        """Those of pages of each kind."""
        articles = [reverse("articles:article", args=[story.slug]) for story in self.stories]
        terms = [
            reverse(f"articles:{kind}", args=[f"{name}-{self.number}"])
            for kind, name in (("section", "land"), ("tag", "tag"), ("author", "ana"))
        ]
        day = reverse("articles:archive_day", args=[self.day.year, self.day.month, self.day.day])
        lists = ["/recent/", "/corrections/", *terms, day, "/rss.xml"]
        return ["/", *articles, *lists, f"{articles[0]}live/"]

    @property
    def other_paths(self) -> list[str]:
        """Those of more pages, also where former names lead: feeds, places and the search."""
        section = reverse("articles:section", args=[self.section.slug])
        author = reverse("articles:author", args=[self.author.slug])
        named = Tag.objects.filter(name__endswith=f" {self.number}")
        tags = [reverse("articles:tag", args=[name_slug(tag.name)]) for tag in named]
        place = reverse("articles:place", args=[f"oral-{self.number}"])
        pages = [section, author, place, *tags]
        feeds = [f"{page}rss.xml" for page in (*pages, *self.paths[6:9])]
        asked = ("story", f"news&section={self.section.slug}", f"&tag=tag {self.number}")
        return [*pages, *feeds, *(f"/search/?q={words}" for words in asked), "/sitemap.xml"]

    def read(self, steps: Steps, readers: Sequence[ReadsPages]) -> Iterator[str]:
        """Take the steps; yield for each read what was wrong with it, "" if nothing was.

        That begins with "stale" or "early", and ends with the steps that led there.
        """
        for number, (action, which, reads) in enumerate(steps, 1):
            done = steps[:number]
            if action == "hold_open":
                for state in self.hold_open(which):
                    yield from self._compare(reads, readers, f"{state}, {done}")
            else:
                self.act(action, which)
                yield from self._compare(reads, readers, f"{done}")

    def _compare(
        self, reads: list[tuple[int, int]], readers: Sequence[ReadsPages], after: str
    ) -> Iterator[str]:
        to_come = self.words_to_come()
        for process, page in reads:
            path = self.paths[page]
            served, built = readers[process].read(path, self.now)
            early = [words for words in to_come if words in str(served[1])]
            if early:
                # Even if the page is as early without the page cache.
                yield f"early: {path} says {early} at {self.now}, after {after}"
            else:
                yield "" if served == built else f"stale: {path} at {self.now}, after {after}"

    def words_to_come(self) -> list[str]:
        """Return the headlines and notes that readers have never seen yet.

        They have seen those that an inline link of another version says, whose words are its own.
        """
        begun: list[str] = []
        to_come: set[str] = set()
        # All that was done in earlier examples has begun.
        versions = PublishedVersion.objects.filter(story__in=self.stories)
        notes = Correction.objects.filter(story__in=self.stories)
        fronts = FrontSlot.objects.filter(story__in=self.stories).exclude(headline="")
        news = BreakingNews.objects.filter(story__in=self.stories)
        entries = EntryVersion.objects.filter(story__in=self.stories)
        for words, at, content in (
            *versions.values_list("headline", "visible_from", "content"),
            *((text, at, {}) for text, at in notes.values_list("text", "at")),
            *((text, at, {}) for text, at in fronts.values_list("headline", "front__valid_from")),
            *((text, at, {}) for text, at in news.values_list("text", "valid_from")),
            *((text, at, {}) for text, at in entries.values_list("headline", "visible_from")),
        ):
            if at <= self.now:
                begun += (words, str(content))
            else:
                to_come.add(words)
        # “News 1” is in “News 12”.
        return [words for words in to_come if not any(words in one for one in begun)]

    def go_to(self, at: datetime) -> None:
        self.now = at
        self.clock.move_to(at, tick=False)

    def act(self, name: str, which: int) -> None:
        """Do it, unless the rules refuse it."""
        story = Story.objects.get(pk=self.stories[which].pk)
        # The database refuses what begins before something that has begun, after a step back.
        with suppress(NewsroomError, IntegrityError):
            getattr(self, name)(story)

    def publish(self, story: Story) -> None:
        copy = working_copy_of(story)
        copy = replace(copy, headline=f"News {next(_numbers)}", slug=copy.slug)
        publishing.publish(
            make_ready(writing.save(story, copy, by=managing_editor()), by=managing_editor()),
            by=managing_editor(),
        )

    def schedule(self, story: Story) -> None:
        copy = replace(working_copy_of(story), headline=f"News {next(_numbers)}")
        story = make_ready(writing.save(story, copy, by=managing_editor()), by=managing_editor())
        publishing.schedule(story, by=managing_editor(), at=self.now + MINUTE)

    def withdraw(self, story: Story) -> None:
        publishing.withdraw(story, by=managing_editor())

    def withdraw_later(self, story: Story) -> None:
        publishing.withdraw(story, by=managing_editor(), at=self.now + 2 * MINUTE)

    def unschedule(self, story: Story) -> None:
        publishing.unschedule(story, by=managing_editor())

    def draft_link(self, story: Story) -> None:
        """Put a link to another story into the draft, as an import does, and move blocks."""
        copy = working_copy_of(story)
        line = body.write([body.AlsoRead(body.new_key(), self.stories[1].headline)])
        writing.save(story, replace(copy, body=f"{line}{copy.body}"), by=managing_editor())

    def approve_inline(self, story: Story) -> None:
        for link in story.related_links.filter(state=LinkState.SUGGESTED).exclude(key=""):
            moderation.approve(link, by=managing_editor())

    def roll_back(self, story: Story) -> None:
        with transaction.atomic():
            self.raw_sql(story)
            self.note_later(story)
            transaction.set_rollback(True)

    def approve(self, story: Story) -> None:
        moderation.approve(self.link, by=managing_editor())

    def reject(self, story: Story) -> None:
        moderation.reject(self.link, by=managing_editor())

    def reopen(self, story: Story) -> None:
        moderation.reopen(self.link, by=managing_editor())

    def add_note(self, story: Story) -> None:
        text = f"Note {next(_numbers)}"
        publishing.add_correction(
            story, by=managing_editor(), kind=CorrectionKind.UPDATE, text=text
        )

    def retract_note(self, story: Story) -> None:
        if note := story.corrections.visible(self.now).first():
            publishing.retract_correction(note, by=managing_editor(), reason="It was wrong.")

    def note_later(self, story: Story) -> None:
        """Write a note, by the database alone, that is in effect for a while."""
        note = make_correction(story, text=f"Later {next(_numbers)}", at=self.now + MINUTE)
        Correction.objects.filter(pk=note.pk).update(
            retracted_at=self.now + 3 * MINUTE,
            retracted_by=managing_editor(),
            retraction_reason="It was wrong.",
        )

    def cover(self, story: Story) -> None:
        """Start the live coverage, or end it."""
        coverage = live.coverage_at(story, self.now)
        runs = coverage is not None and coverage.is_running
        (live.end_coverage if runs else live.start_coverage)(story, by=managing_editor())

    def add_entry(self, story: Story) -> None:
        self._write_entry(story, None)

    def entry_later(self, story: Story) -> None:
        self._write_entry(story, self.now + MINUTE)

    def correct_entry(self, story: Story) -> None:
        if entry := story.live_entries.last():
            words = f"Entry {next(_numbers)}"
            copy = live.EntryCopy("<p>It is so.</p>", words, is_key=True, note="It was not.")
            live.save_entry(entry, copy, by=managing_editor())
            live.publish_entry(entry, by=managing_editor())

    def withdraw_entry(self, story: Story) -> None:
        if version := EntryVersion.objects.visible(self.now).filter(story=story).first():
            live.withdraw_entry(version.entry, by=managing_editor(), reason="It was wrong.")

    def unschedule_entry(self, story: Story) -> None:
        for entry in story.live_entries.filter(versions__visible_from__gt=self.now):
            live.unschedule_entry(entry, by=managing_editor())

    def draft_entry(self, story: Story) -> None:
        """Add an entry, and change another one, without publishing either."""
        copy = live.EntryCopy("<p>Not yet.</p>", f"Entry {next(_numbers)}")
        if entry := story.live_entries.first():
            live.save_entry(entry, copy, by=managing_editor())
        live.write_entry(story, copy, by=managing_editor())

    def pin_entry(self, story: Story) -> None:
        """Make an entry a key moment, or no longer one."""
        if version := EntryVersion.objects.visible(self.now).filter(story=story).first():
            is_key = not version.is_key
            live.mark_key_moment(version.entry, by=managing_editor(), is_key=is_key)

    def _write_entry(self, story: Story, at: datetime | None) -> None:
        if live.coverage_at(story, self.now) is None:
            self.cover(story)
        copy = live.EntryCopy("<p>It goes on.</p>", f"Entry {next(_numbers)}")
        entry = live.write_entry(story, copy, by=managing_editor())
        live.publish_entry(entry, by=managing_editor(), at=at)

    def rename_section(self, story: Story) -> None:
        self.section.name = f"Country {next(_numbers)}"
        publishing.save_section(self.section)

    def move_section(self, story: Story) -> None:
        """Change its slug and place, or change them back."""
        self.section.slug = f"land-{self.number}" if self.section.position else f"sea-{self.number}"
        self.section.position = 1 - self.section.position
        publishing.save_section(self.section)

    def rename_author(self, story: Story) -> None:
        names = (f"Ana {self.number}", f"Zoe {self.number}")
        self.author.name = names[self.author.name == names[0]]
        publishing.save_author(self.author)

    def describe_author(self, story: Story) -> None:
        rendition = Rendition(name="ana.jpg", width=400, height=300)
        self.author.portrait = (
            None if self.author.portrait else Picture.objects.create(renditions=[rendition])
        )
        self.author.bio = f"Bio {next(_numbers)}"
        publishing.save_author(self.author)

    def rename_tag(self, story: Story) -> None:
        for tag in story.tags.all():
            writing.rename_tag(tag, f"word {next(_numbers)} {self.number}")

    def merge_tags(self, story: Story) -> None:
        story.tags.add(f"other {self.number}")
        writing.merge_tags(story.tags.all())

    def delete_tag(self, story: Story) -> None:
        for tag in story.tags.all():
            writing.delete_tag(tag)

    def publish_front(self, story: Story) -> None:
        """Let it lead, with words of its own and pinned for a while, and the next one follow."""
        self._front(story)

    def plan_front(self, story: Story) -> None:
        self._front(story, after=2 * MINUTE)

    def publish_section_front(self, story: Story) -> None:
        self._front(story, section=self.section)

    def cancel_front(self, story: Story) -> None:
        if scheduled := Front.objects.scheduled(self.now).first():
            cancel_front(scheduled, by=managing_editor())

    def show_breaking(self, story: Story) -> None:
        """Show it for three minutes, from the next one on; it leads to the story."""
        show_breaking(
            f"Breaking {next(_numbers)}",
            by=managing_editor(),
            story=story,
            at=self.now + MINUTE,
            until=self.now + 4 * MINUTE,
        )

    def end_breaking(self, story: Story) -> None:
        if news := BreakingNews.objects.present_or_scheduled(self.now).first():
            end_breaking(news, by=managing_editor())

    def _front(
        self, story: Story, *, after: timedelta | None = None, section: Section | None = None
    ) -> None:
        start = self.now + (after or timedelta())
        words = f"Front {next(_numbers)}"
        slots = (
            Placed(story.pk, words, pinned_until=start + 3 * MINUTE),
            *(Placed(one.pk) for one in self.stories if one != story),
            *(Placed(),) * 2,
        )
        plan = FrontPlan(slots, may_repeat=bool(next(_numbers) % 2))
        at = start if after else None
        publish_front(plan, by=managing_editor(), section=section, at=at)

    def raw_sql(self, story: Story) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE articles_linkdecision SET valid_until = valid_from WHERE story_id = %s",
                [story.pk],
            )

    def delete_links(self, story: Story) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_linkdecision WHERE target_id = %s", [story.pk])

    def tick(self, story: Story) -> None:
        self.go_to(self.now + timedelta(seconds=20))

    def step_back(self, story: Story) -> None:
        self.go_to(self.now - timedelta(seconds=40))

    def just_before_next(self, story: Story) -> None:
        if moment := self.next_moment():
            self.go_to(max(self.now, moment - JUST_BEFORE))

    def next(self, story: Story) -> None:
        if moment := self.next_moment():
            self.go_to(moment)

    def hold_open(self, which: int) -> Iterator[str]:
        """Write on a second connection, and end its transaction after others have read and written.

        Every second time it is rolled back. It moves a section in all mastheads, which is in the
        way of no verb. To rename it would be: a publication waits for the row if a unique index
        has the column, as its foreign key may refer to that.
        """
        held = SectionPeriod.objects.present().get(section=self.section)
        start = SectionPeriod._meta.get_field("valid_from").get_db_prep_save(
            max(self.now, held.valid_from), connection
        )
        other = connection.copy()
        try:
            other.set_autocommit(False)
            with other.cursor() as cursor:
                cursor.execute(
                    "UPDATE articles_sectionperiod SET valid_until = %s WHERE id = %s",
                    [start, held.pk],
                )
                cursor.execute(
                    "INSERT INTO articles_sectionperiod"
                    " (section_id, name, slug, position, valid_from) SELECT"
                    " section_id, name, slug, 1 - position, %s FROM articles_sectionperiod"
                    " WHERE id = %s",
                    [start, held.pk],
                )
            yield "open"
            # SQLite has one writer at a time.
            if connection.vendor == "postgresql":
                self.act("publish", which)
                yield "open, after another commit"
            if next(_numbers) % 2:
                other.commit()
            else:
                other.rollback()
        finally:
            other.close()
        yield "closed"

    def back_up(self, story: Story) -> None:
        """Back up the database, as the docs say."""
        back_up(self.backup)

    def restore(self, story: Story) -> None:
        """Restore the backup of this example, if there is one, while the readers go on reading."""
        if self.backup.exists():
            restore(self.backup)

    def next_moment(self) -> datetime | None:
        versions = PublishedVersion.objects.values_list("visible_from", "visible_until")
        notes = Correction.objects.values_list("at", "retracted_at")
        kept = (
            *(LinkDecision, SectionPeriod, AuthorPeriod, FormerSlug),
            *(Front, BreakingNews, LiveCoverage),
        )
        periods = (table.objects.values_list("valid_from", "valid_until") for table in kept)
        pins = FrontSlot.objects.values_list("pinned_until", "pinned_until")
        entries = EntryVersion.objects.values_list("visible_from", "visible_until")
        pairs = (*versions, *notes, *pins, *entries, *chain.from_iterable(periods))
        return min((at for pair in pairs for at in pair if at and at > self.now), default=None)


NO_ACTIONS = {"act", "go_to", "next_moment", "other_paths", "paths", "read", "words_to_come"}
#: Each takes a second.
SLOW = {"back_up", "restore"}
ACTIONS = [name for name in vars(Newsroom) if not name.startswith("_") and name not in NO_ACTIONS]
#: What the most pages show happens more often than the rest.
OFTEN = ("publish",) * 4 + ("withdraw",) * 2
READS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 11)), min_size=1, max_size=12)


def steps_of(actions: Iterable[str]) -> st.SearchStrategy[Steps]:
    """Return steps of these actions at random, which readers read after each."""
    step = st.tuples(st.sampled_from([*actions]), st.integers(0, 2), READS)
    return st.lists(step, min_size=4, max_size=12)


STEPS = steps_of([*(name for name in ACTIONS if name not in SLOW), *OFTEN])
#: With backups that are restored, and more of what is rare.
LONG_STEPS = steps_of([*ACTIONS, *OFTEN, "hold_open", "hold_open", "back_up", "restore", "restore"])
#: Not shrunk when it fails: each example goes on with the rows of those before it.
FREELY = settings(
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    database=None,
    deadline=None,
)
