"""What other programs put on the clipboard, and what is to come of it: in `tests/samples`."""

import re

from tests.factories import SAMPLES

_SIGN = re.compile(r"\\u([0-9a-f]{4})")


def _read_cases() -> dict[str, tuple[str, str]]:
    text = _SIGN.sub(lambda sign: chr(int(sign[1], 16)), (SAMPLES / "pasted.txt").read_text())
    cases = {}
    for case in text.split("\n## ")[1:]:
        name, _, rest = case.partition("\n")
        html, _, expected = rest.partition("\n=>\n")
        cases[name] = html, expected.strip()
    return cases


def _read_redirects() -> dict[str, str]:
    lines = (SAMPLES / "redirects.txt").read_text().splitlines()[1:]
    return {url: target or url for url, _, target in (line.partition(" => ") for line in lines)}


#: HTML and the body, by the name of the case.
PASTED = _read_cases()
#: Targets by URLs.
REDIRECTS = _read_redirects()
