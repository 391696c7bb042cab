"""What a visitor sends cannot forge a line of the log, nor command the terminal that shows it."""

import logging
import logging.config
from io import StringIO

import pytest
from django.conf import settings

FORGED = "2026-01-01 00:00:00,000 INFO root: all is well"
HOSTILE = [f"a{mark}{FORGED}" for mark in ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028")]
HOSTILE += ["\x1b[2J\x1b]0;owned\x07", "\x9b2J", "a\0b", "a\u202eb", "a\x08\x08b", "\x7f"]


@pytest.fixture
def log() -> tuple[logging.Logger, StringIO]:
    """Return a logger with the formatter of the settings, and what it writes."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    config = logging.config.DictConfigurator(settings.LOGGING)
    handler.setFormatter(config.configure_formatter(dict(settings.LOGGING["formatters"]["line"])))
    logger = logging.getLogger("tests.log_lines")
    logger.handlers = [handler]
    return logger, written


@pytest.mark.parametrize("sent", HOSTILE, ids=ascii)
def test_an_entry_is_one_line_without_control_characters(
    log: tuple[logging.Logger, StringIO], sent: str
) -> None:
    logger, written = log
    logger.warning("No such page: %s, é 新", sent)
    line = written.getvalue()
    assert line.endswith("\n")
    assert line[:-1].isprintable()
    assert len(line.splitlines()) == 1
    assert "é 新" in line


@pytest.mark.parametrize("sent", HOSTILE, ids=ascii)
def test_no_line_of_a_traceback_looks_like_an_entry(
    log: tuple[logging.Logger, StringIO], sent: str
) -> None:
    logger, written = log
    try:
        raise ValueError(sent)
    except ValueError:
        logger.exception("It failed", stack_info=True)
    first, *others = written.getvalue().splitlines()
    assert "ERROR tests.log_lines: It failed" in first
    assert all(line.startswith("  ") and line.isprintable() for line in others)
    assert any("ValueError" in line for line in others)
