"""An extractor for Django's templates: Babel has none."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def extract_django_template(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Any]:
    """Yield the texts of a template as Babel wants them, with the numbers of their lines.

    Django turns its tags into calls of gettext on the same lines, and all the rest into noise, as
    it does for the program `xgettext`.
    """
    calls = templatize(file.read().decode())
    # Without the indentation of HTML, which Python's tokenizer would complain about.
    source = "\n".join(line.lstrip() for line in calls.splitlines())
    yield from extract_python(BytesIO(source.encode()), keywords, comment_tags, dict(options))  # type: ignore[arg-type]
