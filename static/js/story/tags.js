// Tags as chips; those that the newsroom has already are suggested. The field keeps them in one line, as
// articles/desk/story/fields/tags.py reads and writes it.
import { crel } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { chips } from "./chips.js";
import { tagSuggestions } from "./tag-suggestions.js";

const field = document.querySelector("#id_tags[data-suggestions]")
// Commas and semicolons; those of Arabic, Chinese, Japanese and other scripts too.
const COMMA = /[,،、，﹐﹑､፣߸꓾︐︑;；؛﹔፤︔]/u

// As articles/text/straighten.py compares tags.
const straight = (name) =>
  name
    .replace(/[‘’‚‛`´ʼ′‹›]/g, "'")
    .replace(/[“”„‟«»″「」『』〝〞]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
const keyOf = (name) =>
  straight(straight(name).normalize("NFKC")).toUpperCase().toLowerCase().normalize("NFD").replace(/([\u0370-\u03ff])[\u0300-\u036f]+/g, "$1").replaceAll("i\u0307", "i").replaceAll("ς", "σ")
const tag = (name) => ({ key: keyOf(name), name })

// A tag with a comma is in quotes, in which quotes are doubled.
const read = (line) =>
  [...line.matchAll(new RegExp(`\\s*(?:"((?:[^"]|"")*)"|([^${COMMA.source.slice(1, -1)}]*))\\s*`, "gu"))]
    .map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain).trim().replace(/\s+/g, " "))
    .filter(Boolean)
    .map(tag)
const quote = (name) => (COMMA.test(name) || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name)

function enhance() {
  const { box, input, finish, add } = chips(field, {
    read,
    write: (items) => items.map(({ name }) => quote(name)).join(", "),
    take: read,
    suggest: (chosen) => ({
      find: async (sought, signal) => {
        const url = new URL(field.dataset.suggestions, location.href)
        url.searchParams.set("q", sought)
        const response = await fetch(url, { signal, credentials: "same-origin" })
        const keys = chosen().map(({ key }) => key)
        return (await response.json()).map(tag).filter(({ key }) => !keys.includes(key))
      },
      option: ({ name }) => [crel("span", { textContent: name, dir: "auto" })],
      words: {
        list: gettext("Tags"),
        found: gettext("Tags found. Use the arrow keys to choose one."),
        none: gettext("A new tag."),
        failed: gettext("Tags could not be searched. Check that you are online and still logged in."),
      },
      least: 1,
    }),
    words: {
      list: gettext("Tags"),
      hint: gettext("Delete removes it."),
      placeholder: "",
    },
  })
  tagSuggestions(field, box, {
    add: (name) => add([tag(name)]),
    keys: () => read(field.value).map(({ key }) => key),
    names: () => read(field.value).map(({ name }) => name),
    keyOf: (name) => tag(name).key,
  })
  // A list has a tag in each line, which the field would join.
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").trim()
    if (!/[\t\n\r]/.test(text)) return
    event.preventDefault()
    input.setRangeText(text.replace(/\s*[\t\n\r]+\s*/g, ", "), input.selectionStart, input.selectionEnd, "end")
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })
  // A comma ends a tag, unless it is in one that is in quotes.
  input.addEventListener("input", () => {
    const typed = input.value
    if (COMMA.test(typed) && (typed.match(/"/g) ?? []).length % 2 === 0) finish()
  })
}

if (field) enhance()
