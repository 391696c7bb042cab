// A picture with the words that this story gives it; the file is sent as soon as it is inserted.
import { crel, gettext } from "django-prose-editor/editor"

import { ask, field } from "./dialog.js";
import { insertAfter, ownBlock, remove, replace } from "./own-block.js";

const words = (node) => [
  field({
    name: "alt",
    label: gettext("Alternative text"),
    hint: gettext("What the picture shows, for readers who cannot see it. Needed to publish."),
    rows: 2,
    maxLength: 300,
    value: node?.attrs.alt ?? "",
  }),
  field({
    name: "caption",
    label: gettext("Caption"),
    rows: 2,
    maxLength: 500,
    value: node?.textContent ?? "",
  }),
]

async function edit(editor, block, options) {
  return block ? reword(editor, block) : insert(editor, options)
}

async function reword(editor, block) {
  const answer = await ask({
    title: gettext("Picture"),
    submit: gettext("Update"),
    removable: true,
    fields: words(block.node),
  })
  if (answer === "remove") return remove(editor, block)
  if (!answer) return editor.commands.focus()
  return replace(editor, block, { alt: answer.alt }, answer.caption)
}

async function insert(editor, { address }) {
  const preview = crel("img", { className: "newsroom-dialog-preview", alt: "", hidden: true })
  const file = field({
    name: "image",
    label: gettext("File"),
    type: "file",
    accept: "image/*",
    required: true,
    extra: [preview],
  })
  file.input.addEventListener("change", () => {
    URL.revokeObjectURL(preview.src)
    const [chosen] = file.input.files
    preview.hidden = !chosen
    if (chosen) preview.src = URL.createObjectURL(chosen)
  })
  const credit = field({
    name: "credit",
    label: gettext("Credit"),
    hint: gettext("Photographer and agency. Needed to publish."),
    maxLength: 120,
  })
  const picture = await ask({
    title: gettext("Picture"),
    submit: gettext("Insert"),
    fields: [file, ...words(null), credit],
    send: (values) => upload(address, values),
  })
  URL.revokeObjectURL(preview.src)
  if (!picture) return editor.commands.focus()
  const attributes = { picture: String(picture.id), alt: picture.alt }
  return insertAfter(editor, "picture", attributes, picture.caption)
}

async function upload(address, values) {
  const body = new FormData()
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
  try {
    const response = await fetch(address, { method: "POST", body, credentials: "same-origin" })
    return await response.json()
  } catch {
    return { errors: { image: gettext("The picture did not reach the server. Try again.") } }
  }
}

export const Picture = ownBlock({
  name: "picture",
  tag: "figure",
  kind: "figure",
  hole: "figcaption",
  attributes: ["picture", "alt"],
  label: gettext("Picture"),
  shortcut: "Mod-Shift-1",
  frame: ({ attrs }, { address }) => ({
    text: attrs.alt || gettext("no alternative text yet"),
    image: crel("img", { src: `${address}${attrs.picture}/`, alt: attrs.alt, draggable: false }),
  }),
  edit,
}).extend({
  addOptions: () => ({ address: "" }),
})
