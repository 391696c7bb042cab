// The byline as chips: authors, found by typing, and other words. The plain lists become one field, a line
// for each name, in which the server and the unsaved changes read it.
import { crel } from "django-prose-editor/editor"

import { gettext, interpolate } from "../i18n.js";
import { chips } from "./chips.js";
import { followHeadline } from "./direction.js";

const lists = document.querySelector(".newsroom-authors")
const MOST_SHOWN = 8

// As `fold` of articles/text: neither capitals nor accents matter.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim()

function enhance() {
  const { text: mark, most, length } = lists.dataset
  const selects = [...lists.querySelectorAll("select")]
  const author = ({ value, text }) => ({ key: value, name: text })
  const words = (name) => ({ key: mark + name, name, isWords: true })
  const isWords = (line) => line.startsWith(mark)
  const authors = [...selects[0].options].filter(({ value }) => value && !isWords(value)).map(author)
  const byKey = new Map(authors.map((one) => [one.key, one]))
  const read = (value) =>
    value
      .split("\n")
      .map((line) => (isWords(line) ? words(line.slice(mark.length)) : byKey.get(line)))
      .filter(Boolean)
  const field = crel("textarea", {
    id: selects[0].id,
    name: selects[0].name,
    value: selects.map(({ value }) => value).filter(Boolean).join("\n"),
  })
  const described = selects[0].getAttribute("aria-describedby")
  if (described) field.setAttribute("aria-describedby", described)
  lists.replaceWith(field)

  const plain = (text) => words(text.trim().replace(/\s+/g, " ").slice(0, length))
  const named = (text) => authors.find(({ name }) => fold(name) === fold(text))
  const find = (chosen) => (sought) => {
    const keys = chosen().map(({ key }) => key)
    const parts = fold(sought).split(/\s+/)
    const found = authors.filter(({ key, name }) => !keys.includes(key) && parts.every((part) => fold(name).includes(part)))
    return [...found.slice(0, MOST_SHOWN), ...(sought && !named(sought) ? [plain(sought)] : [])]
  }
  const { box, input } = chips(field, {
    read,
    write: (items) => items.map(({ key }) => key).join("\n"),
    take: (text) => [named(text) ?? plain(text)],
    suggest: (chosen) => ({
      find: find(chosen),
      option: (item) => [
        crel("span", {
          textContent: item.isWords ? interpolate(gettext("Print “%(words)s”"), { words: item.name }) : item.name,
          dir: "auto",
        }),
      ],
      words: {
        list: gettext("Authors"),
        found: gettext("Authors found. Use the arrow keys to choose one."),
        none: gettext("No author has this name."),
        failed: "",
      },
      least: 0,
      must: true,
    }),
    words: {
      list: gettext("Byline, in the order in which readers see it"),
      hint: gettext("Alt with the arrow keys moves it, Delete removes it."),
      placeholder: gettext("Author, or words such as “With agencies”"),
    },
    most: Number(most),
    ordered: true,
  })
  input.maxLength = length
  followHeadline(box)
}

if (lists) enhance()
