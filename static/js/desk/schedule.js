// The calendar by mouse and by touch: an entry is dragged to another hour or day, which sends the form of
// "Reschedule…", and can be undone; a click on an hour offers the stories that are ready.
import { inWindow } from "../in-window.js";

const form = document.querySelector("#newsroom-drop")
const calendar = document.querySelector(".newsroom-calendar")
const MOVED = "newsroom-moved"
const FAR = 6 // px: less is a click
const LONG = 350 // ms: a finger that stays so long drags, one that moves before scrolls
let held = null

/** Return the new time on the clock: the slot's day and hour, the entry's minutes. */
function timeIn(slot, at) {
  const [, hour, minutes] = at.match(/T(\d\d):(\d\d)/)
  return `${slot.dataset.day}T${slot.dataset.hour || hour}:${minutes}`
}

function send(entry, at) {
  form.action = entry.dataset.rescheduleUrl
  form.elements.version.value = entry.dataset.version
  form.elements.shown.value = entry.dataset.shown
  form.elements.at.value = at
  form.submit()
}

function mark(slot) {
  for (const marked of document.querySelectorAll(".newsroom-drop-target")) {
    marked.classList.remove("newsroom-drop-target")
  }
  slot?.classList.add("newsroom-drop-target")
}

const slotAt = ({ clientX, clientY }) => document.elementFromPoint(clientX, clientY)?.closest("[data-day]")

function lift() {
  held.isDragged = true
  held.entry.classList.add("is-dragged")
  document.documentElement.classList.add("is-dragging")
}

function letGo() {
  clearTimeout(held?.timer)
  held?.entry.classList.remove("is-dragged")
  document.documentElement.classList.remove("is-dragging")
  mark(null)
  held = null
}

addEventListener("pointerdown", (event) => {
  const line = event.target.closest?.("[data-version] .calendar-line")
  if (!form || !line || event.button !== 0) return
  held = { entry: line.closest("[data-version]"), x: event.clientX, y: event.clientY, isDragged: false }
  if (event.pointerType !== "mouse") held.timer = setTimeout(lift, LONG)
})

addEventListener("pointermove", (event) => {
  if (!held) return
  const isFar = Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR
  if (!held.isDragged && isFar) {
    if (held.timer) return letGo()
    lift()
  }
  if (held.isDragged) mark(slotAt(event))
})

addEventListener("pointerup", (event) => {
  if (!held) return
  const { entry, isDragged } = held
  letGo()
  if (!isDragged) return
  // The click that follows is the end of the drag.
  const stop = (click) => { click.preventDefault(); click.stopPropagation() }
  addEventListener("click", stop, { capture: true, once: true })
  setTimeout(() => removeEventListener("click", stop, { capture: true }))
  const slot = slotAt(event)
  const was = entry.dataset.at
  const at = slot && timeIn(slot, was)
  if (!at || at === was) return
  inWindow.put(MOVED, { story: entry.dataset.story, at, was })
  send(entry, at)
})

addEventListener("pointercancel", letGo)
addEventListener("keydown", ({ key }) => { if (key === "Escape" && held) letGo() })
// While a finger drags, the page stays where it is.
addEventListener("touchmove", (event) => { if (held?.isDragged) event.preventDefault() }, { passive: false })
addEventListener("contextmenu", (event) => { if (held) event.preventDefault() })

/** Offer to undo the drag that led here, if it was done. */
function offerUndo() {
  const moved = inWindow.take(MOVED)
  const entry = moved && document.querySelector(`[data-story="${moved.story}"][data-at="${moved.at}"]`)
  const told = document.querySelector(".messagelist .success")
  if (!entry || !told) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button"
  button.textContent = form.dataset.undo
  button.addEventListener("click", () => send(entry, moved.was))
  told.append(" ", button)
}

/** Offer the stories that are ready, for the hour or the day that was clicked. */
calendar?.addEventListener("click", ({ target }) => {
  const slot = target.closest("[data-day]")
  const ready = document.getElementById(calendar.dataset.ready)
  if (!slot || !ready || target.closest(".calendar-entry")) return
  for (const link of ready.querySelectorAll("a")) {
    const url = new URL(link.href)
    url.searchParams.set("at", `${slot.dataset.day}T${slot.dataset.hour || "12"}:00`)
    link.href = url.href
  }
  ready.showPopover()
})

if (form) offerUndo()
