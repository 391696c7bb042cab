// A picture in the body, with the words that this story gives it.
import { crel } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { ask } from "./dialog.js";
import { insertAfter, newsroomBlock, remove, replace } from "./newsroom-block.js";
import { askForPicture, wordsOfPicture } from "./picture-dialog.js";

async function edit(editor, block, options) {
  return block ? reword(editor, block) : insert(editor, options)
}

async function reword(editor, block) {
  const answer = await ask({
    title: gettext("Picture"),
    submit: gettext("Update"),
    removable: true,
    fields: wordsOfPicture({ alt: block.node.attrs.alt, caption: block.node.textContent }),
  })
  if (answer === "remove") return remove(editor, block)
  if (!answer) return editor.commands.focus()
  return replace(editor, block, { alt: answer.alt }, answer.caption)
}

async function insert(editor, options) {
  const picture = await askForPicture({ ...options, submit: gettext("Insert") })
  if (!picture) return editor.commands.focus()
  const attributes = { picture: String(picture.id), alt: picture.alt }
  return insertAfter(editor, "picture", attributes, picture.caption)
}

export const Picture = newsroomBlock({
  name: "picture",
  tag: "figure",
  kind: "figure",
  hole: "figcaption",
  attributes: ["picture", "alt"],
  label: gettext("Picture"),
  shortcut: "Mod-Shift-1",
  frame: ({ attrs }, { upload }) => ({
    text: attrs.alt,
    image: crel("img", { src: `${upload}${attrs.picture}/`, alt: attrs.alt, draggable: false }),
  }),
  edit,
}).extend({
  addOptions: () => ({ upload: "", search: "" }),
})
