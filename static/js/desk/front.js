// A front is edited by dragging stories and slots, by keys, and by the buttons that work without this. Each of
// them asks the server for the form as it then is, which takes the place of the one that is shown.
import { onKeys } from "./keys.js"

const form = document.querySelector("#front-form")
const PAUSE = 250
// So far a pointer moves before it drags.
const DRAGGED = 6

const editor = () => document.querySelector("#front-editor")
const slots = () => [...document.querySelectorAll(".front-slot")]
const number = (slot) => Number(slot.dataset.number)

let isChanged = false
let isSending = false
// What is asked last is shown last.
let asking = 0

const openWords = () =>
  new Set([...document.querySelectorAll(".front-words[open]")].map((words) => storyOf(words.closest(".front-slot"))))

const storyOf = (slot) => slot.querySelector("input[name$='-story']").value

async function ask(button) {
  const mine = ++asking
  const data = new FormData(form)
  data.set("do", button)
  const response = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" })
  const html = response.ok ? await response.text() : ""
  const found = new DOMParser().parseFromString(html, "text/html").querySelector("#front-editor")
  // After a log-out, the answer is the page to log in.
  if (!found) throw new Error(response.statusText)
  return mine === asking ? found : null
}

/** Press a button by its value, and show what comes; `focus` says which element then has the focus. */
async function press(button, focus) {
  const open = openWords()
  let found
  try {
    found = await ask(button)
  } catch {
    document.querySelector("#front-failed").hidden = false
    return
  }
  if (!found) return
  const said = found.querySelector("#front-said")
  const text = said.textContent
  said.textContent = ""
  const scrolled = document.querySelector(".front-offered")?.scrollTop ?? 0
  editor().replaceWith(found)
  isChanged = true
  enhance()
  document.querySelector(".front-offered").scrollTop = scrolled
  for (const slot of slots()) {
    if (open.has(storyOf(slot)) && storyOf(slot)) slot.querySelector(".front-words").open = true
  }
  focus?.(Number(found.dataset.slot))
  // A status is read when its text changes.
  requestAnimationFrame(() => { said.textContent = text })
}

const focusHandle = (slot) => document.querySelector(`#slot-${slot}-handle`)?.focus()

/** Focus the button that was pressed, where it is now, or the handle of its slot. */
function focusAgain(button, id, slot) {
  const same = document.getElementById(id.replace(/\d+/, slot)) ?? document.querySelector(`[value="${button}"]`)
  if (same) same.focus()
  else focusHandle(slot)
}

function move(from, to) {
  if (to < 1 || to > slots().length || from === to) return
  press(`move:${from}:${to}`, focusHandle)
}

function take(story, slot) {
  press(`take:${story}${slot ? `:${slot}` : ""}`, () => nextStory(story)?.focus())
}

/** Return the button of a story, or of the first one after it that is not on the front. */
function nextStory(story) {
  const all = [...document.querySelectorAll(".front-take")]
  const at = all.findIndex((button) => button.id === `take-${story}`)
  return all.slice(Math.max(at, 0)).find((button) => !button.disabled) ?? all.find((button) => !button.disabled)
}

// Keys

const BY = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

function keydown(event) {
  const handle = event.target.closest(".front-handle")
  if (!handle) return
  const slot = number(handle.closest(".front-slot"))
  if (event.key in BY) move(slot, slot + BY[event.key])
  else if (event.key === "Home") move(slot, 1)
  else if (event.key === "End") move(slot, slots().length)
  else if (event.key === "Delete" || event.key === "Backspace") press(`clear:${slot}`, focusHandle)
  else return
  event.preventDefault()
}

const storyInFocus = () => document.activeElement?.closest(".front-story")

onKeys(Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((slot) => [String(slot), {
  name: "front-take",
  run: () => take(storyInFocus().dataset.story, slot),
  can: () => storyInFocus() !== null && storyInFocus() !== undefined,
}])))

// Drag and drop, of slots by their handle and of stories

function drag(down) {
  if (down.button) return
  const slot = down.target.closest(".front-handle")?.closest(".front-slot")
  const story = slot ? null : down.target.closest(".front-story:not(.is-there)")
  const held = slot ?? story
  // A finger scrolls the list of stories: there the button puts one on the front.
  if (!held || (story && down.pointerType !== "mouse")) return
  if (slot) down.preventDefault()
  let ghost = null
  let target = null
  const follow = ({ clientX, clientY }) => {
    if (!ghost) {
      if (Math.hypot(clientX - down.clientX, clientY - down.clientY) < DRAGGED) return
      ghost = document.createElement("div")
      ghost.className = "front-ghost"
      ghost.textContent = held.querySelector(".front-headline, .front-take-words").textContent
      document.body.append(ghost)
      held.classList.add("is-dragged")
    }
    ghost.style.insetBlockStart = `${clientY + 8}px`
    ghost.style.left = `${clientX + 8}px`
    const over = document.elementFromPoint(clientX, clientY)?.closest(".front-slot")
    target?.classList.remove("is-target")
    target = over && over !== held ? over : null
    target?.classList.add("is-target")
  }
  const stop = new AbortController()
  const drop = ({ type }) => {
    stop.abort()
    if (!ghost) return
    ghost.remove()
    held.classList.remove("is-dragged")
    target?.classList.remove("is-target")
    // A click that follows would put the story in the first empty slot.
    const ignore = (click) => { click.preventDefault(); click.stopPropagation() }
    addEventListener("click", ignore, { capture: true })
    setTimeout(() => removeEventListener("click", ignore, { capture: true }), 0)
    if (!target || type === "pointercancel") return
    if (slot) move(number(slot), number(target))
    else take(story.dataset.story, number(target))
  }
  for (const [type, act] of [["pointermove", follow], ["pointerup", drop], ["pointercancel", drop]]) {
    addEventListener(type, act, { signal: stop.signal })
  }
}

// The search shows results while one types.

let typing = 0

async function search() {
  const found = await ask("look").catch(() => null)
  if (!found) return
  document.querySelector("#front-offered").replaceWith(found.querySelector("#front-offered"))
}

function enhance() {
  for (const handle of document.querySelectorAll(".front-handle")) handle.hidden = false
  document.body.classList.add("has-drag")
}

if (form) {
  enhance()
  form.addEventListener("pointerdown", drag)
  form.addEventListener("keydown", keydown)
  form.addEventListener("input", ({ target }) => {
    if (target.name !== "q") { isChanged = true; return }
    clearTimeout(typing)
    typing = setTimeout(search, PAUSE)
  })
  form.addEventListener("submit", (event) => {
    const button = event.submitter?.value ?? ""
    const [name, ...rest] = button.split(":")
    if (["publish", "schedule"].includes(name)) { isSending = true; return }
    if (name === "preview") return
    event.preventDefault()
    if (name === "take") take(rest[0])
    else if (name === "look") search()
    else press(button, (slot) => focusAgain(button, event.submitter.id, slot))
  })
  addEventListener("beforeunload", (event) => {
    if (isChanged && !isSending) event.preventDefault()
  })
}
