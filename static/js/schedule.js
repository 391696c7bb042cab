// An entry of the calendar is dragged to another hour or day: the form of "Reschedule…" is sent.
const form = document.querySelector("#newsroom-drop")
let dragged = null

const slotOf = (event) => dragged && event.target.closest("[data-day]")

function mark(slot) {
  for (const marked of document.querySelectorAll(".newsroom-drop-target")) {
    marked.classList.remove("newsroom-drop-target")
  }
  slot?.classList.add("newsroom-drop-target")
}

/** Return the new time on the clock: the slot's day and hour, the entry's minutes. */
function timeIn(slot, entry) {
  const [, hour, minutes] = entry.dataset.at.match(/T(\d\d):(\d\d)/)
  return `${slot.dataset.day}T${slot.dataset.hour || hour}:${minutes}`
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-version]") ?? null
  if (!dragged) return
  event.dataTransfer.effectAllowed = "move"
  event.dataTransfer.setData("text/plain", dragged.querySelector(".newsroom-headline").textContent)
})

document.addEventListener("dragover", (event) => {
  const slot = slotOf(event)
  mark(slot)
  // Something can be dropped only where the default is prevented.
  if (slot) event.preventDefault()
})

document.addEventListener("drop", (event) => {
  const slot = slotOf(event)
  if (!slot) return
  event.preventDefault()
  const at = timeIn(slot, dragged)
  if (at === dragged.dataset.at) return
  form.action = dragged.dataset.rescheduleUrl
  form.elements.version.value = dragged.dataset.version
  form.elements.at.value = at
  form.submit()
})

document.addEventListener("dragend", () => {
  mark(null)
  dragged = null
})
