"""The list of keys and the scripts that register them say the same."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r'data-shortcut="([\w-]+)">(.*?)<dd>')
KEYS = re.compile(r"<kbd>(.*?)</kbd>")
#: As scripts write them: a key, or two in a row, and a name, or a function that takes the name.
NAMED = re.compile(
    r'^  "?([\w/?\]]|g \w)"?: (?:\{ name: |clicks\(|place\(|press\()"([\w-]+)"', re.MULTILINE
)


def test_each_registered_key_is_listed_under_its_name() -> None:
    listed = {
        name: " ".join(KEYS.findall(keys))
        for name, keys in ROW.findall((ROOT / "templates/admin/frame/keys.html").read_text())
    }
    scripts = [path.read_text() for path in (ROOT / "static/js").rglob("*.js")]
    registered = [found for text in scripts if "onKeys({" in text for found in NAMED.findall(text)]
    assert len(registered) > 20
    wrong = []
    for key, name in registered:
        # `place("links")` is “go-links”.
        if key not in (listed.get(name), listed.get(f"go-{name}")):
            wrong.append((key, name))
    assert wrong == []
