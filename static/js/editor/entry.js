// The extensions of the editor of live entries: those of stories, but for what an entry cannot have.
import { Extension, Placeholder } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { Caret } from "./caret.js";
import { Direction } from "./direction.js";
import { BlockKeys } from "./keys.js";
import { CleanPaste } from "./paste.js";
import { Problems } from "./problems.js";
import { Quotes } from "./quotes.js";
import { Toolbar } from "./toolbar.js";

export { Blockquote, ListItem, OrderedList } from "./containers.js";
export { Link } from "./link.js";
export { Picture } from "./picture.js";

export const Entry = Extension.create({
  name: "entry",

  // Once one entry is published, the next one can be typed.
  onCreate() {
    if (document.querySelector(".messagelist .success")) this.editor.commands.focus()
  },

  addExtensions: () => [
    BlockKeys,
    Caret,
    CleanPaste,
    Direction,
    Placeholder.configure({ placeholder: gettext("What is happening?") }),
    Problems,
    Quotes,
    Toolbar,
  ],
})
