// The queue of related links by key: the next card is fetched while one decides, so that it is there at
// once; the decision is sent meanwhile. Without this script, links and buttons lead from page to page.
import { clicks, onKeys } from "../desk/keys.js";

const queue = document.querySelector("#queue")
const said = document.querySelector("#queue-said")
const undoForm = document.querySelector("#queue-undo")
const left = document.querySelector("#queue-left")
/** What was decided here, the last one last: each as `{ action, shown }`. */
const done = []
let next = null
let sending = Promise.resolve()

const find = (selector) => queue.querySelector(selector)
const press = (name, selector) => clicks(name, `#queue ${selector}`)

async function load(url) {
  const answer = await fetch(url, { cache: "no-store", redirect: "manual" })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.text()
}

function fetchNext() {
  const url = find(".queue-card")?.dataset.next
  next = url ? load(url) : null
  // Without a network, the decision says so.
  next?.catch(() => {})
}

function say(text, isRefused = false) {
  said.textContent = text
  said.classList.toggle("is-refused", isRefused)
}

/** Say how many wait, here and in the bar. */
function count(number, inAll) {
  left.textContent = number
  for (const place of document.querySelectorAll("a[data-place][aria-current] .count")) {
    place.firstChild.nodeValue = inAll
    place.hidden = !inAll
  }
}

function offerUndo() {
  const last = done.at(-1)
  undoForm.hidden = !last
  if (!last) return
  undoForm.action = last.action
  undoForm.elements.shown.value = last.shown
}

/** Scroll the text to where the link is. */
function showMark() {
  const mark = find(".queue-mark")
  const text = mark?.closest(".queue-text")
  if (text) text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3
}

function show(html) {
  queue.innerHTML = html
  queue.ariaBusy = "false"
  history.replaceState(null, "", queue.firstElementChild.dataset.url)
  fetchNext()
  showMark()
  find("#queue-words").focus({ preventScroll: true })
  scrollTo(0, 0)
}

/**
 * Show the next card, unless a refused decision has brought its own back meanwhile. What ends the
 * queue is read again once all decisions have arrived. Until a card is shown, no key decides again.
 */
async function goOn() {
  const card = queue.firstElementChild
  const url = find(".queue-card").dataset.next
  queue.ariaBusy = "true"
  let html = await next
  if (!html.includes("queue-card")) {
    await sending
    html = await load(url)
  }
  if (queue.firstElementChild === card) show(html)
}

async function send(action, data) {
  const answer = await fetch(action, {
    method: "POST",
    body: data,
    headers: { Accept: "application/json" },
    redirect: "manual",
  })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

function take(answer) {
  say(answer.said, answer.refused)
  count(answer.left, answer.left_in_all)
  if (answer.card) show(answer.card)
  offerUndo()
}

/** Send the decision and go on; come back if it was refused. */
async function decide(form, button) {
  const { action } = form
  const data = new FormData(form, button)
  const before = queue.innerHTML
  sending = sending.then(async () => {
    try {
      const answer = await send(action, data)
      if (!answer.refused) done.push({ action, shown: answer.shown })
      take(answer)
    } catch {
      show(before)
      say(said.dataset.failed, true)
    }
  })
  await goOn().catch(async () => {
    await sending
    queue.ariaBusy = "false"
  })
}

async function undo() {
  await sending
  const last = done.pop()
  if (!last) return
  try {
    take(await send(last.action, new FormData(undoForm)))
  } catch {
    done.push(last)
    say(said.dataset.failed, true)
  }
}

queue.addEventListener("submit", (event) => {
  event.preventDefault()
  if (queue.ariaBusy !== "true") decide(event.target, event.submitter)
})
queue.addEventListener("click", (event) => {
  const skip = event.target.closest(".queue-skip")
  if (!skip || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  if (queue.ariaBusy !== "true") goOn().catch(() => { location.href = skip.href })
})
undoForm.addEventListener("submit", (event) => {
  event.preventDefault()
  undo()
})

function open(menu, field) {
  if (!find(menu)) return
  find(menu).open = true
  find(field)?.focus()
}

/** Open the reasons; a second time, reject without one. */
function reject() {
  if (find(".queue-reject")?.open) find(".queue-typed button").click()
  else open(".queue-reject", ".queue-reject li button")
}

function move() {
  const box = find("#queue-after")
  if (!box) return
  box.checked = !box.checked
  box.dispatchEvent(new Event("input", { bubbles: true }))
  const place = find("#queue-place")
  const now = place.dataset.other
  place.dataset.other = place.textContent
  place.textContent = now
  say(now)
}

/** Close what was edited, and go back to the button that opened it. */
function close(menu) {
  menu.open = false
  menu.querySelector("summary").focus()
}

const isEdited = (menu) =>
  [...menu.querySelectorAll("input")].some((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked)

// Nothing is sent before one approves: Enter in a field is no more than “Done”.
queue.addEventListener("keydown", (event) => {
  const menu = event.target.closest(".queue-edit")
  if (event.key !== "Enter" || event.isComposing || !menu || !event.target.matches("input")) return
  event.preventDefault()
  close(menu)
})
queue.addEventListener("click", ({ target }) => {
  if (target.closest(".queue-done")) close(target.closest(".queue-edit"))
})
queue.addEventListener("input", ({ target }) => {
  const menu = target.closest(".queue-edit")
  if (menu) menu.querySelector(".queue-edited").hidden = !isEdited(menu)
})

const canReason = () => find(".queue-reject[open] li button")
const reasons = Object.fromEntries(
  [..."123456789"].map((key, at) => [
    key,
    { name: "link-reason", run: () => queue.querySelectorAll(".queue-reject li button")[at]?.click(), can: canReason },
  ]),
)

onKeys({
  a: press("link-approve", "#queue-approve button"),
  r: { name: "link-reject", run: reject, can: () => find(".queue-reject") },
  s: press("link-skip", ".queue-skip"),
  z: { name: "link-undo", run: () => undoForm.requestSubmit(), can: () => !undoForm.hidden },
  e: { name: "link-edit", run: () => open(".queue-edit", ".queue-edit input"), can: () => find(".queue-edit") },
  i: { name: "link-move", run: move, can: () => find("#queue-after") },
  ...reasons,
})

if (!undoForm.hidden) done.push({ action: undoForm.action, shown: undoForm.elements.shown.value })
fetchNext()
showMark()
