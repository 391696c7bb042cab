"""Code that breaks the rules of writing, by the path that it would have, and code that does
not. mypy reads it with the real code, so that one reading does for all."""

_IMPORTS = """
from typing import Any, TypeVar
import hashlib
from django.apps.registry import Apps
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from articles.models import Author, Picture, Place, RelatedLink, Revision, Story
Row = TypeVar("Row", bound=Model)
def locked(row: Row) -> Row: ...
"""

#: Each writes a table from a room that may not, or hides which table it writes.
BAD_WRITES = (
    "def f(story: Story) -> None: story.save()",
    "def f(story: Story | None) -> None: story and story.save()",
    "async def f(story: Story) -> None: await story.asave()",
    "def f(story: Story) -> None: locked(story).delete()",
    "def f(story: Story) -> None: return [story.save for _ in '12'][0]()",
    "def f(story: Story) -> None: Story.save(story)",
    "def f() -> None: Story.objects.create()",
    "def f() -> None: Story.objects.filter(pk=1).exclude(pk=2).update(headline='')",
    "def f() -> None: RelatedLink.objects.bulk_create([])",
    "def f(links: QuerySet[RelatedLink]) -> None:\n    for link in links: link.delete()",
    "def f(links: dict[str, RelatedLink]) -> None: links.pop('a').save()",
    "def f(story: Story) -> None: story.related_links.all().delete()",
    "def f(story: Story) -> None: story.related_links.get_or_create(key='')",
    "def f(link: RelatedLink) -> None: link.story.save()",
    "def f(story: Story) -> None: story.related_links.clear()",
    "def f(story: Story) -> None: story.authors.set([])",
    "def f(author: Author) -> None: author.stories.add()",
    "def f(story: Story) -> None: story.tags.add('a')",
    "def f(group: Group) -> None: group.permissions.set([])",
    "def f(row: Story | Picture) -> None: isinstance(row, Picture) or row.save()",
    "def f(row: Model) -> None: row.save()",
    "def f(row: Any) -> None: row.save()",
    "def f(form: Any) -> None: form.instance.groups.add()",
    "def f(picture: Picture) -> None: picture.image.save('a.jpg', ContentFile(b''))",
    "class Form(ModelForm[Picture]): ...\ndef f(form: Form) -> None: form.save()",
    "def f(apps: Apps) -> None: apps.get_model('auth', 'Group').objects.get_or_create(name='')",
    """class A:
    def __init__(self, row: Story) -> None: self.row = row
    def f(self) -> None: self.row.save()""",
)

#: Each writes nothing, or what the room `desk` may write.
GOOD_WRITES = (
    "def f(names: set[str]) -> None: names.add('a')",
    "def f(names: dict[str, Story]) -> None:\n    names.update(a=Story())\n    names.clear()",
    "def f(data: bytes) -> None: hashlib.sha256().update(data)",
    "def f() -> None: cache.set('a', 1)",
    "def f(place: Place) -> None: place.save()",
    "def f() -> None: Place.objects.filter(name='').delete()",
    """class A:
    def save(self, story: Story) -> None: ...
def f(a: A, story: Story) -> None: a.save(story)""",
)

BAD = {f"articles/desk/bad_{n}.py": _IMPORTS + code for n, code in enumerate(BAD_WRITES)}
GOOD = {f"articles/desk/good_{n}.py": _IMPORTS + code for n, code in enumerate(GOOD_WRITES)}

#: A verb that writes by way of others, and what readers must not do with it.
VERBS = {
    "articles/writing/example_of_a_verb.py": _IMPORTS
    + """
from functools import wraps
from collections.abc import Callable
def atomic(f: Callable[[], None]) -> Callable[[], None]:
    @wraps(f)
    def g() -> None: f()
    return g
def names() -> list[str]: return list(Author.objects.values_list("name", flat=True))
@atomic
def tidy() -> None: _write()
def _write() -> None: Author.objects.all().delete()
class Tidy:
    def __call__(self) -> None: tidy()
    def names(self) -> list[str]: return names()
    @property
    def done(self) -> bool: return [tidy()] == [None]
""",
}
_VERB = "from articles.writing import example_of_a_verb as verb\n"
CALLS = (
    "def f() -> None: verb.tidy()",
    "from articles.writing.example_of_a_verb import tidy\ndef f() -> None: tidy()",
    "NAMES = {'a': verb.tidy}",
    "def f(tidy: verb.Tidy) -> None: tidy()",
    "def f(tidy: verb.Tidy) -> bool: return tidy.done",
    "@verb.atomic\ndef f() -> None: map(lambda it: verb.tidy(), '12')",
)
READS = ("def f() -> list[str]: return verb.names()",)
BAD_CALLS = {f"articles/readers/bad_{n}.py": _VERB + code for n, code in enumerate(CALLS)}
GOOD_CALLS = {f"articles/readers/good_{n}.py": _VERB + code for n, code in enumerate(READS)}

EXAMPLES = BAD | GOOD | VERBS | BAD_CALLS | GOOD_CALLS
