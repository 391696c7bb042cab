"""Stories by the words of their working copies, for the desk."""

from dataclasses import replace

from articles.database import STORIES
from articles.models import Author, StoryQuerySet
from articles.search.analysis import IN_HEADLINE, Query, SearchTerm
from articles.search.expression import matches, narrowed
from articles.search.index_story import author_facet
from articles.text import fold


def find_stories(
    stories: StoryQuerySet, query: Query, *, in_headline: bool = False
) -> StoryQuerySet:
    """Return those of the stories that have what the query asks for, in text or byline.

    With `in_headline`, those that have its words in the headline.
    """
    if in_headline:
        stories = stories.filter(matches(STORIES, query, sign=IN_HEADLINE))
    else:
        query = with_authors(query)
    return narrowed(stories.filter(matches(STORIES, query)), STORIES, query)


def with_authors(query: Query) -> Query:
    """Return the query, whose terms are met by the stories of authors so named too."""
    # A newsroom has few authors, and a name that changes changes here at once.
    names = [(pk, fold(name)) for pk, name in Author.objects.values_list("pk", "name")]

    def met(term: SearchTerm) -> SearchTerm:
        typed = fold(term.typed)
        by = {author_facet(pk) for pk, name in names if typed in name}
        return replace(term, tokens=term.tokens | by) if by else term

    return Query(
        tuple(tuple(map(met, group)) for group in query.groups), tuple(map(met, query.excluded))
    )
