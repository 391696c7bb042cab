// A picture in the body, with the words that this story gives it.
import { crel } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { ask } from "./dialog.js";
import { insertAfter, newsroomBlock, remove, replace } from "./newsroom-block.js";
import { askForPicture, creditOfPicture, ownCredit, wordsOfPicture } from "./picture-dialog.js";

async function edit(editor, block, options) {
  return block ? reword(editor, block, options) : insert(editor, options)
}

async function reword(editor, block, { search }) {
  const { alt, credit: own, picture } = block.node.attrs
  const credit = creditOfPicture(own, gettext("Photographer and agency. If empty, as in the library."))
  let library = null
  libraryPicture(search, picture).then((found) => {
    library = found
    if (found && !credit.input.value) credit.input.value = found.credit
  })
  const answer = await ask({
    title: gettext("Picture"),
    submit: gettext("Update"),
    removable: true,
    fields: [...wordsOfPicture({ alt, caption: block.node.textContent }), credit],
  })
  if (answer === "remove") return remove(editor, block)
  if (!answer) return editor.commands.focus()
  const attributes = { alt: answer.alt, credit: ownCredit(answer.credit, library) }
  return replace(editor, block, attributes, answer.caption)
}

// What the library says of a picture; null if it cannot be asked.
async function libraryPicture(search, key) {
  try {
    const response = await fetch(`${search}?picture=${key}`, { credentials: "same-origin" })
    return response.ok ? ((await response.json())[0] ?? null) : null
  } catch {
    return null
  }
}

async function insert(editor, options) {
  const picture = await askForPicture({ ...options, submit: gettext("Insert") })
  if (!picture) return editor.commands.focus()
  const attributes = { picture: String(picture.id), alt: picture.alt, credit: picture.ownCredit }
  return insertAfter(editor, "picture", attributes, picture.caption)
}

export const Picture = newsroomBlock({
  name: "picture",
  tag: "figure",
  kind: "figure",
  hole: "figcaption",
  attributes: ["picture", "alt", "credit"],
  label: gettext("Picture"),
  shortcut: "Mod-Shift-1",
  frame: ({ attrs }, { upload }) => ({
    text: [attrs.alt, attrs.credit].filter(Boolean).join(" · "),
    image: crel("img", { src: `${upload}${attrs.picture}/`, alt: attrs.alt, draggable: false }),
  }),
  edit,
}).extend({
  addOptions: () => ({ upload: "", search: "" }),
})
