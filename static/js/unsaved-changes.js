// Unsaved changes are kept in this window, and offered again when the form is next opened in it:
// after a crash, or a log-out. They do not leave the browser.
import { gettext } from "./i18n.js";
import { inWindow } from "./in-window.js";

const form = document.querySelector("#story_form")
const offer = document.querySelector("#newsroom-unsaved")
const PAUSE = 500
const later = (path) => `${path}#later`

// What is typed, or chosen from a list; not the links after the body, whose names have a hyphen.
const fields = () =>
  [...form.querySelectorAll("input[type=text], textarea, select")].filter(
    ({ name, dataset }) => name && !name.includes("-") && !("pictures" in dataset),
  )
const values = () => fields().map(({ name, value }) => [name, value])

// The words alone: the server puts white space, keys and elements in its own order.
function words(of) {
  const { headline, summary, body } = Object.fromEntries(of)
  const text = new DOMParser().parseFromString(body, "text/html").body.textContent
  return [headline, summary, text].join("\n").replace(/\s+/g, "")
}

const store = {
  key: (path) => `newsroom-changes-${offer.dataset.user}-${path}`,
  get: (path) => inWindow.get(store.key(path)),
  drop: (path) => inWindow.drop(store.key(path)),
  put(path, changes) {
    const told = gettext("This browser cannot keep unsaved changes of this page for you. Save them before you leave it.")
    say(inWindow.put(store.key(path), changes) ? "" : told)
  },
}

const line = document.createElement("p")
line.setAttribute("role", "status")
line.hidden = true
line.className = "newsroom-panel newsroom-warning"

function say(text) {
  if (!line.isConnected) offer.after(line)
  if (line.textContent === text) return
  line.textContent = text
  line.hidden = !text
}

function keep() {
  const path = location.pathname
  const version = form.elements.opened_version
  const opened = JSON.stringify(values())
  const refused = document.querySelector(".errornote, #newsroom-conflict") !== null
  const saved = document.querySelector(".messagelist .success") !== null
  let waiting = false
  let timer = 0

  const write = (sent = false) => {
    clearTimeout(timer)
    // What waits for an answer is not overwritten: what is written meanwhile has a place of its own.
    const place = waiting ? later(path) : path
    const now = values()
    if (!refused && JSON.stringify(now) === opened) return store.drop(place)
    store.put(place, { at: Date.now(), version: version.value, values: now, sent })
  }

  const isOverwriting = (kept) => {
    const now = JSON.stringify(values())
    return now !== opened && now !== JSON.stringify(kept.values)
  }

  const restore = (kept) => {
    const left = [...kept.values]
    for (const field of fields()) {
      const at = left.findIndex(([name]) => name === field.name)
      if (at < 0) continue
      const [[, value]] = left.splice(at, 1)
      field.value = value
      if (field.name === "body") form.querySelector(".ProseMirror")?.editor.commands.setContent(value)
      field.dispatchEvent(new Event("input", { bubbles: true }))
    }
    // So that the server notices if somebody has saved the story since.
    version.value = kept.version
  }

  const [restorer, discarder] = offer.querySelectorAll("button")

  // Offer the kept changes, one after the other.
  const ask = ([[place, kept], ...others]) => {
    waiting = true
    const finish = () => {
      waiting = false
      offer.hidden = true
      store.drop(place)
      write()
      const next = [...others, [later(path), store.get(later(path))]].filter(
        ([where, one]) => one && (where !== place) && JSON.stringify(one.values) !== JSON.stringify(values()),
      )
      if (next.length) ask(next.slice(0, 1))
      else store.drop(later(path))
      form.elements.headline.focus()
    }
    const { zone } = offer.dataset
    const day = { day: "numeric", month: "short", year: "numeric" }
    const style = { ...day, hour: "2-digit", minute: "2-digit", timeZone: zone, timeZoneName: "short" }
    const language = document.documentElement.lang || undefined
    offer.querySelector("time").textContent = new Date(kept.at).toLocaleString(language, style)
    restorer.onclick = () => {
      if (isOverwriting(kept) && !confirm(gettext("This replaces what you have written on this page since. What you have written is offered again afterwards."))) return
      if (isOverwriting(kept)) write()
      restore(kept)
      finish()
    }
    discarder.onclick = finish
    offer.hidden = false
  }

  // A new story has a URL of its own once it is saved.
  for (const from of new Set([path, offer.dataset.new])) {
    const kept = store.get(from)
    if (!kept?.sent) continue
    const savedHere = from === path && saved && version.value !== kept.version
    if (savedHere || words(kept.values) === words(values())) store.drop(from)
  }
  const kept = store.get(path)
  const waits = [
    [path, kept],
    [later(path), store.get(later(path))],
  ].filter(([, one]) => one && JSON.stringify(one.values) !== opened)
  if (refused) write()
  else if (waits.length) ask(waits)

  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(write, PAUSE)
  })
  form.addEventListener("change", () => write())
  form.addEventListener("submit", ({ submitter }) => write(submitter?.formTarget !== "_blank"))
}

if (form?.elements.body && offer) keep()
