"""Labels, notes and sign-offs as the world's agencies write them; `{}` is a headline."""

from pathlib import Path

FILE = Path(__file__).parent / "labels.txt"
MORE_UPDATES, MORE_NOTES, SIGN_OFFS, ABOVE, TEXT_ONLY, PLAIN_HEADLINES = (
    part.splitlines() for part in FILE.read_text(encoding="utf-8").split("\n=====\n")
)
