// The extensions of the body's editor, under the names that articles/body/extensions.py gives them.
import { Extension, Placeholder } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { Blocks } from "./blocks.js";
import { Caret } from "./caret.js";
import { Direction } from "./direction.js";
import { Find } from "./find.js";
import { BlockKeys } from "./keys.js";
import { Moving } from "./moving.js";
import { CleanPaste } from "./paste.js";
import { Notes } from "./notes.js";
import { Problems } from "./problems.js";
import { Quotes } from "./quotes.js";
import { Return } from "./return.js";
import { Toolbar } from "./toolbar.js";
import { WordCount } from "./word-count.js";

export { AlsoRead } from "./also-read.js";
export { Blockquote, ListItem, OrderedList } from "./containers.js";
export { Embed } from "./embed.js";
export { Link } from "./link.js";
export { Picture } from "./picture.js";
export { PullQuote } from "./pull-quote.js";

export const Newsroom = Extension.create({
  name: "newsroom",
  addExtensions: () => [
    BlockKeys,
    Blocks,
    Caret,
    CleanPaste,
    Direction,
    Find,
    Moving,
    Notes,
    Placeholder.configure({ placeholder: gettext("Write here, or type / to insert a block") }),
    Problems,
    Quotes,
    Return,
    Toolbar,
    WordCount,
  ],
})
