"""What the functions of the product and of the examples write, and what they refer to."""

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache

from tests.architecture.sources import ROOT


@dataclass(frozen=True)
class Fact:
    """One name (`publish`) or attribute (`story.save`) by which a function writes or calls."""

    module: str
    #: The function or method around it, by its dotted path; the module where there is none.
    function: str
    name: str
    line: int
    #: The models whose tables it writes.
    tables: list[str]
    #: Whether it may write, and nothing says which table.
    unknown: bool
    #: The functions and methods of the project that it may mean, by their dotted paths.
    targets: list[str]


@cache
def facts() -> list[Fact]:
    """Return all facts. This takes some seconds, in a process that mypy may fill and leave."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.architecture.find_facts"],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    return [Fact(**fact) for fact in json.loads(done.stdout)]
