"""The life of a demo story: each step by the newsroom's own verb, at the time when it happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from articles import body, publishing, writing
from articles.core import clock
from articles.demo.body_text import undecided_in
from articles.demo.coverage import cover
from articles.demo.newsroom import Newsroom
from articles.demo.people import EDITORS, LINKS_DECIDED_BY, account_of
from articles.demo.story_file import StoryFile
from articles.demo.timetable import after, before, duration
from articles.demo.written import begun_copy, completed_copy, written_copy
from articles.links import moderation
from articles.models import CorrectionKind, Story
from articles.stories import working_copy_of
from articles.wire import ingest
from newsroom.accounts.models import User

#: How long before its publication a story was begun, where its file does not say.
BEGUN = timedelta(hours=5)
#: Older stories were written in one go: to save each once more takes a tenth of the time.
LATELY = timedelta(days=7)
#: What may happen to a story that readers see, and the kind of note on it.
NOTES = {
    "correction": CorrectionKind.CORRECTION,
    "clarification": CorrectionKind.CLARIFICATION,
    "update": CorrectionKind.UPDATE,
}


def began_at(file: StoryFile, now: datetime) -> datetime:
    """Return when the story was begun, or came by wire."""
    if begun := file.fields.get("received") or file.fields.get("started"):
        return before(now, begun)
    return before(now, file.fields["published"]) - BEGUN


class Life:
    """One story on its way, with the people who work on it."""

    def __init__(self, file: StoryFile, newsroom: Newsroom) -> None:
        self.file, self.newsroom = file, newsroom
        author = next(iter(file.list("authors")), "")
        writer = file.fields.get("by") or account_of(author)
        self.writer: User = newsroom.people[writer]
        self.editor = newsroom.people[EDITORS[len(file.name) % len(EDITORS)]]
        self.start = began_at(file, newsroom.now)
        published = file.fields.get("published")
        self.end = before(newsroom.now, published) if published else newsroom.now

    @property
    def is_old(self) -> bool:
        """Whether it was published more than a week ago."""
        return self.end < self.newsroom.now - LATELY

    def live(self) -> Story:
        """Do everything that the file says, and return the story."""
        with self._at(0):
            story = self._begin()
        if "section" in self.file.fields and self.file.fields.get("state") != "draft":
            story = self._edit(story)
        if "published" in self.file.fields:
            with clock.standing_at(self.end):
                publishing.publish(story, by=self.editor)
            self._since_then(story)
            cover(story, self.file, self.newsroom, start=self.end, by=self.editor)
        elif "scheduled" in self.file.fields:
            with self._at(0.9):
                at = after(self.newsroom.now, self.file.fields["scheduled"])
                publishing.schedule(story, by=self.editor, at=at)
        return story

    def _begin(self) -> Story:
        if not self.file.is_wire:
            copy = written_copy(self.file, self.newsroom, by=self.writer)
            is_draft = self.file.fields.get("state") == "draft"
            is_whole = is_draft or self.is_old
            return writing.create(copy if is_whole else begun_copy(copy), by=self.writer)
        receipt = ingest(
            self.file.text.encode(),
            name=self.file.fields["name"],
            by=self.writer,
            gazetteer=self.newsroom.gazetteer,
        )
        if receipt.story is None:
            raise ValueError(f"{self.file.name}: {receipt.message}")
        return receipt.story

    def _edit(self, story: Story) -> Story:
        """Let the writer finish, the moderator decide on links, and the editor read."""
        if self.file.is_wire or not self.is_old:
            story = self._complete(story)
        if embargo := self.file.pair("embargo"):
            with self._at(0.5):
                until = after(self.newsroom.now, embargo[0])
                publishing.set_embargo(story, by=self.writer, until=until, reason=embargo[1])
        with self._at(0.6):
            story = writing.submit(story, by=self.writer)
        with self._at(0.7):
            self._approve_links(story)
        if sent_back := self.file.pair("sent back"):
            with clock.standing_at(before(self.newsroom.now, sent_back[0])):
                return writing.send_back(story, by=self.editor, reason=sent_back[1])
        if self.file.fields.get("state") == "in review":
            return story
        with self._at(0.8):
            return writing.approve(story, by=self.editor)

    def _complete(self, story: Story) -> Story:
        copy = (
            completed_copy(story, self.file, self.newsroom, by=self.writer)
            if self.file.is_wire
            else written_copy(self.file, self.newsroom, by=self.writer)
        )
        with self._at(0.4):
            return writing.save(story, replace(copy, slug=story.slug), by=self.writer)

    def _approve_links(self, story: Story) -> None:
        related = {self.newsroom.stories[name].pk for name in self.file.list("related")}
        undecided = undecided_in(self.file.text)
        for link in story.related_links.undecided().filter(target__isnull=False):
            is_clear = link.headline not in undecided if link.key else link.target_id in related
            if is_clear:
                moderation.approve(link, by=self.newsroom.people[LINKS_DECIDED_BY])

    def _since_then(self, story: Story) -> None:
        for name, kind in NOTES.items():
            if note := self.file.pair(name):
                with clock.standing_at(self.end + duration(note[0])):
                    publishing.add_correction(story, by=self.editor, kind=kind, text=note[1])
        if changes := self.file.pair("changes"):
            with clock.standing_at(self.end + duration(changes[0])):
                copy = working_copy_of(story)
                text = body.write((*body.read(copy.body), body.paragraph(changes[1])))
                writing.save(story, replace(copy, body=text), by=self.editor)
        if withdrawn := self.file.pair("withdrawn"):
            with clock.standing_at(self.end + duration(withdrawn[0])):
                publishing.withdraw(story, by=self.editor, note=withdrawn[1])

    @contextmanager
    def _at(self, share: float) -> Iterator[None]:
        """Set the clock to a time between the beginning and the publication, or now."""
        with clock.standing_at(self.start + (self.end - self.start) * share):
            yield
