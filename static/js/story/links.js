// The links after the text as cards: found by typing a headline, moved and removed by buttons. The
// fields of the rows stay what is sent.
import { crel } from "django-prose-editor/editor"

import { offer } from "../editor/combobox.js";
import { gettext, interpolate } from "../i18n.js";
import { iconButton } from "./icon-button.js";
import { suggestions } from "./suggestions.js";

const list = document.querySelector("#related-links")
const total = document.querySelector("[name=related_links-TOTAL_FORMS]")
const most = Number(document.querySelector("[name=related_links-MAX_NUM_FORMS]")?.value)
const isUrl = (text) => /^https?:\/\/\S+\.\S+$/i.test(text)

const rows = () => [...list.querySelectorAll(".newsroom-related-row")]
const field = (row, name) => row.querySelector(`[name="${row.dataset.prefix}-${name}"]`)
const isEmpty = (row) => !field(row, "target").value && !field(row, "url").value
const isGone = (row) => field(row, "DELETE").checked
const shown = () => rows().filter((row) => !isGone(row) && !isEmpty(row))
const changed = () => list.dispatchEvent(new Event("change", { bubbles: true }))

// The order is that of the cards.
function number() {
  for (const [at, row] of shown().entries()) field(row, "ORDER").value = at + 1
}

function move(row, by, presser) {
  const cards = shown()
  const other = cards[cards.indexOf(row) + by]
  if (!other) return
  if (by < 0) other.before(row)
  else other.after(row)
  number()
  changed()
  presser.focus()
}

function remove(row) {
  const cards = shown()
  const at = cards.indexOf(row)
  field(row, "DELETE").checked = true
  row.hidden = true
  number()
  changed()
  const next = cards[at + 1] ?? cards[at - 1]
  if (next) next.querySelector(".icon-button:last-of-type").focus()
  else list.querySelector("[role=combobox]").focus()
}

// Show a filled row as a card.
function card(row, headline) {
  const title = headline || field(row, "url").value
  const said = { headline: title }
  const words = field(row, "headline")
  words.placeholder = gettext("Other words for readers")
  row.classList.add("link-card")
  const head = crel("div", { className: "link-card-head" }, [
    crel("span", { textContent: title, dir: "auto" }),
    ...row.querySelectorAll("legend .chip"),
  ])
  const tools = crel("div", { className: "link-card-tools" }, [
    iconButton("up", interpolate(gettext("Move up: %(headline)s"), said), (presser) => move(row, -1, presser)),
    iconButton("down", interpolate(gettext("Move down: %(headline)s"), said), (presser) => move(row, 1, presser)),
    iconButton("close", interpolate(gettext("Remove: %(headline)s"), said), () => remove(row)),
  ])
  row.querySelector("legend").after(head, tools)
}

// Another empty row, as Django's formset counts them.
function another(row) {
  const at = Number(total.value)
  const prefix = `related_links-${at}`
  const made = row.cloneNode(true)
  const old = row.dataset.prefix
  made.dataset.prefix = prefix
  for (const part of made.querySelectorAll("*")) {
    for (const name of ["id", "name", "for", "aria-describedby"]) {
      const value = part.getAttribute(name)
      if (value) part.setAttribute(name, value.replaceAll(old, prefix))
    }
  }
  total.value = at + 1
  row.after(made)
  return made
}

function add(headline, values) {
  const empty = rows().find(isEmpty)
  if (!empty) return
  if (Number(total.value) < most) another(empty).hidden = true
  for (const [name, value] of Object.entries(values)) field(empty, name).value = value
  empty.hidden = false
  card(empty, headline)
  number()
  changed()
}

function enhance() {
  for (const row of rows()) {
    if (isEmpty(row)) row.hidden = true
    else if (!row.querySelector(".errorlist")) card(row, row.querySelector(".field-target strong")?.textContent.trim())
  }
  const input = crel("input", { id: "related-links-find", type: "text", dir: "auto", autocomplete: "off" })
  input.removeAttribute("name")
  const [options, status] = offer(input, {
    url: list.dataset.search,
    pick: (story) => {
      add(story.headline, { target: story.id })
      input.value = ""
      input.focus()
    },
    option: ({ headline, publication_status: state }) => [
      crel("span", { textContent: headline, dir: "auto" }),
      crel("small", { textContent: state }),
    ],
    words: {
      list: gettext("Stories"),
      found: gettext("Stories found. Use the arrow keys to choose one."),
      none: gettext("No story has these words in its headline."),
      failed: gettext("Stories could not be searched. Check that you are online and still logged in."),
    },
    must: true,
  })
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return
    // Enter in a line would save the story.
    event.preventDefault()
    if (!isUrl(input.value.trim())) return
    add("", { url: input.value.trim() })
    input.value = ""
  })
  list.append(
    crel("div", { className: "link-finder" }, [
      crel("label", { htmlFor: input.id, textContent: gettext("Add a link: words of a story, or a URL") }),
      input,
      options,
      status,
    ]),
  )
  suggestions(list, {
    add: (story) => add(story.headline, { target: story.id }),
    linked: () => shown().map((row) => field(row, "target").value),
  })
}

if (list) enhance()
