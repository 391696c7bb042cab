// The extensions of the body's editor, under the names that articles/body/extensions.py gives them.
import { Extension } from "django-prose-editor/editor"

import { Caret } from "./caret.js";
import { BlockKeys } from "./keys.js";
import { Problems } from "./problems.js";
import { CleanPaste } from "./paste.js";
import { Toolbar } from "./toolbar.js";
import { WordCount } from "./word-count.js";

export { AlsoRead } from "./also-read.js";
export { Blockquote, ListItem, OrderedList } from "./containers.js";
export { Link } from "./link.js";
export { Picture } from "./picture.js";
export { PullQuote } from "./pull-quote.js";

export const Newsroom = Extension.create({
  name: "newsroom",
  addExtensions: () => [BlockKeys, Caret, CleanPaste, Problems, Toolbar, WordCount],
})
