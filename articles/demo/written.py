"""The working copy of a demo story, from its file."""

from dataclasses import replace

from articles import body
from articles.demo.body_text import blocks_of, figures_in
from articles.demo.newsroom import Newsroom
from articles.demo.story_file import StoryFile
from articles.models import Story
from articles.stories import Related, WorkingCopy, working_copy_of
from newsroom.accounts.models import User


def written_copy(file: StoryFile, newsroom: Newsroom, *, by: User) -> WorkingCopy:
    """Return the copy that its writer submits."""
    keys = {name: newsroom.pictures.get(name, by=by).pk for name, _, _ in figures_in(file.text)}
    return _filled(
        WorkingCopy(
            file.headline,
            summary=file.summary,
            body=body.write(blocks_of(file.body, keys)),
            places=file.list("places"),
            language=file.fields.get("language", ""),
        ),
        file,
        newsroom,
        by,
    )


def begun_copy(copy: WorkingCopy) -> WorkingCopy:
    """Return the same copy as it was begun: the first paragraphs, and nothing around them."""
    paragraphs = [one for one in body.read(copy.body) if isinstance(one, body.Paragraph)]
    return WorkingCopy(
        copy.headline,
        body=body.write(paragraphs[: max(1, len(paragraphs) // 2)]),
        places=copy.places,
        authors=copy.authors,
        language=copy.language,
    )


def completed_copy(story: Story, file: StoryFile, newsroom: Newsroom, *, by: User) -> WorkingCopy:
    """Return the copy of a story that came by wire, with what its file adds."""
    return _filled(working_copy_of(story), file, newsroom, by)


def _filled(copy: WorkingCopy, file: StoryFile, newsroom: Newsroom, by: User) -> WorkingCopy:
    related = [Related(story=newsroom.stories[name].pk) for name in file.list("related")]
    if suggested := file.pair("suggested"):
        target, words = suggested
        is_url = target.startswith("https:")
        related.append(
            Related(url=target, headline=words)
            if is_url
            else Related(story=newsroom.stories[target].pk)
        )
    lead = file.fields.get("lead")
    return replace(
        copy,
        section=newsroom.sections[file.fields["section"]] if "section" in file.fields else None,
        authors=tuple(newsroom.authors[name] for name in file.list("authors")),
        tags=file.list("tags"),
        lead_picture=newsroom.pictures.get(lead, by=by) if lead else None,
        related=tuple(related),
    )
