"""A program that writes all facts to its standard output, as JSON. `facts.py` starts it."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict

from tests.architecture.facts import Fact
from tests.architecture.inferred import references
from tests.architecture.tables import Unknown, tables
from tests.architecture.targets import targets


def find_facts() -> Iterator[Fact]:
    """Yield the facts of each reference that writes or means a function of the project."""
    for reference in references():
        try:
            written, unknown = sorted(tables(reference)), False
        except Unknown:
            written, unknown = [], True
        meant = [it for it in targets(reference) if it.startswith(("articles.", "newsroom."))]
        if written or unknown or meant:
            # A chain of calls is on the line where it ends.
            place = (reference.node.name, reference.node.end_line or reference.node.line)
            yield Fact(reference.module, reference.function, *place, written, unknown, meant)


if __name__ == "__main__":
    json.dump([asdict(fact) for fact in find_facts()], sys.stdout)
    sys.stdout.flush()
    # Freeing what mypy knows would take longer than learning it.
    os._exit(0)
