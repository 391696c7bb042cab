// A picture for a story: one that the newsroom has, found by its words, or a new file.
import { crel } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { offer } from "./combobox.js";
import { ask, field } from "./dialog.js";

const NO_WORDS = { alt: "", caption: "", credit: "" }

export const wordsOfPicture = ({ alt, caption }) => [
  field({
    name: "alt",
    label: gettext("Alternative text"),
    hint: gettext("What the picture shows, for readers who cannot see it. Required for publication."),
    rows: 2,
    maxLength: 300,
    value: alt,
  }),
  field({ name: "caption", label: gettext("Caption"), rows: 2, maxLength: 500, value: caption }),
]

export const creditOfPicture = (value, hint) =>
  field({ name: "credit", label: gettext("Credit"), hint, maxLength: 120, value })

// What a story says of its own: what is as in the library follows it until the story is published.
export const ownCredit = (credit, library) => (credit === library?.credit ? "" : credit)

// What the newsroom may not do with the picture: its licence has ended, or sets limits.
export const limitsOf = ({ warning, has_ended: hasEnded, limits }) => [
  ...(warning ? [licenceChip(warning, hasEnded)] : []),
  ...(limits ? [crel("span", { textContent: limits, dir: "auto" })] : []),
]

const licenceChip = (textContent, hasEnded) => {
  const chip = crel("span", { className: "chip", textContent })
  chip.dataset.state = hasEnded ? "ended" : "ending"
  return chip
}

const picturesAt = (url) => ({
  url,
  option: ({ thumb, name, credit, warning, has_ended: hasEnded }) => [
    crel("img", { src: thumb, alt: "" }),
    crel("div", {}, [
      crel("span", { textContent: name, dir: "auto" }),
      crel("small", { textContent: credit, dir: "auto" }),
      ...(warning ? [licenceChip(warning, hasEnded)] : []),
    ]),
  ],
  words: {
    list: gettext("Pictures"),
    found: gettext("Pictures found. Use the arrow keys and Enter to choose one."),
    none: gettext("No picture matches these words."),
    failed: gettext("Pictures could not be searched. Check that you are online and still logged in."),
  },
  least: 0,
  must: true,
})

// Ask for a picture; a new file is uploaded at once. Resolves to `{ id, alt, caption, ownCredit, … }`, or
// to null if cancelled. With `reword`, the words of a picture that the newsroom has can be changed, in
// the answer only.
export async function askForPicture({ upload, search, submit, reword = true }) {
  let chosen = null
  let filled = NO_WORDS
  const preview = crel("img", { className: "newsroom-dialog-preview", alt: "", hidden: true })
  const told = crel("p", { className: "newsroom-dialog-hint", role: "status" })
  const find = field({
    name: "find",
    label: gettext("A picture from the library"),
    hint: gettext("Type words of its caption, alternative text or credit, or press the down arrow for the newest."),
  })
  const file = field({
    name: "image",
    label: gettext("Or a new file"),
    type: "file",
    accept: "image/*",
    extra: [preview, told],
  })
  // In a text it is better to have a credit; a lead picture must.
  const credited = reword ? gettext("Photographer and agency.") : gettext("Photographer and agency. Required for publication.")
  const words = [...wordsOfPicture(NO_WORDS), creditOfPicture("", credited)]

  // Words that somebody typed stay.
  const fill = (picture) => {
    for (const { name, input } of words) {
      if (input.value === filled[name]) input.value = picture[name]
    }
    filled = picture
  }
  const show = (source) => {
    URL.revokeObjectURL(preview.src)
    preview.hidden = !source
    if (source) preview.src = source
  }
  const choose = (picture) => {
    chosen = picture
    fill(picture ?? NO_WORDS)
    show(picture?.thumb)
    file.input.required = !picture
    told.replaceChildren(...(picture ? limitsOf(picture) : []))
    for (const { row } of words) row.hidden = Boolean(picture) && !reword
  }
  choose(null)

  const pick = (picture) => {
    find.input.value = picture.name
    file.input.value = ""
    choose(picture)
  }
  find.input.after(...offer(find.input, { ...picturesAt(search), pick }))
  find.input.addEventListener("input", () => chosen && choose(null))
  file.input.addEventListener("change", () => {
    const [taken] = file.input.files
    if (!taken && chosen) return
    find.input.value = ""
    choose(null)
    show(taken && URL.createObjectURL(taken))
  })

  const answer = await ask({
    title: gettext("Picture"),
    submit,
    fields: [find, file, ...words],
    send: async (values) => {
      if (!chosen) return uploadTo(upload, values)
      if (!reword) return chosen
      const { alt, caption, credit } = values
      return { ...chosen, alt, caption, ownCredit: ownCredit(credit, chosen) }
    },
  })
  show(null)
  return answer
}

async function uploadTo(url, { find: _, ...values }) {
  const body = new FormData()
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
  const refuse = (why) => ({ errors: { image: why } })
  try {
    const response = await fetch(url, { method: "POST", body, credentials: "same-origin" })
    if (response.status === 403) {
      return refuse(gettext("You cannot add pictures now. Check that you were not logged out in another window."))
    }
    if (response.status === 413) return refuse(gettext("This picture is too large. Save it smaller, and try again."))
    return await response.json()
  } catch {
    return refuse(gettext("The picture did not reach the server. Try again."))
  }
}
