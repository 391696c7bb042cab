"""Log lines that nobody can forge: control characters in what a visitor sent are escaped."""

import logging
import re
from types import TracebackType

#: Also those that only some programs take for the end of a line, or that turn text around.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LineFormatter(logging.Formatter):
    """One line for each entry; those of a traceback are indented, so none looks like an entry."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        """Return the line of the entry."""
        return _escaped(super().formatMessage(record))

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802
        """Return the traceback."""
        return _indented(super().formatException(ei))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802
        """Return the stack."""
        return _indented(super().formatStack(stack_info))


def _escaped(text: str) -> str:
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _indented(text: str) -> str:
    return "\n".join("  " + _escaped(line) for line in text.split("\n"))
