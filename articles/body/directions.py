"""What a block says of its own direction and language, where they are not those of the story."""

from articles.text import direction, direction_of, guess_language, main_script, script_of


def own_attributes(language: str, text: str, inside: bool = False) -> str:
    """Return `lang` and `dir` of a block, as HTML with a space before; "" where nothing differs.

    `language` is that of the story. A text `inside` a block that differs always says so, since it
    would otherwise follow that block. Text without letters does follow it.
    """
    runs = direction(text)
    if not runs:
        return ""
    differs = runs != direction_of(language)
    if not differs and not inside and main_script(text) == script_of(language):
        return ""
    own = guess_language(text, language)
    if not differs and not inside and script_of(own) == script_of(language):
        # In a script for which no language is known, or a Japanese text without its own letters.
        return ""
    return f' lang="{own}" dir="{runs}"'
