// New entries of a live blog, without reloading: asked for while somebody looks at the page, and shown when
// they want them. What is corrected or withdrawn changes at once. Without this script there is a link.

// In milliseconds: not all readers ask at the same moment.
const SOONEST = 20_000
const LATEST = 30_000

const live = document.querySelector("[data-live][data-running]")
// Elsewhere, as where staff see what readers saw, the page stays as it is.
const isHere = live && new URL(live.dataset.page, location.origin).pathname === location.pathname
const news = live?.querySelector(".live-news")

const entriesOf = (stream) => [...stream.querySelectorAll(".live-entry")]
const keysOf = (stream) => stream.querySelector(".key-moments")

let shown = ""
let waiting = null
let timer = 0
let asking = false

function label(count) {
  const labels = Object.entries(JSON.parse(news.dataset.labels))
  const form = (number) => new Intl.PluralRules(news.dataset.language).select(number)
  const [sample, words] = labels.find(([number]) => form(Number(number)) === form(count)) ?? labels.at(-1)
  return words.replace(sample, String(count))
}

function offer(count) {
  const button = news.querySelector("button") ?? document.createElement("button")
  button.type = "button"
  // The same words again would be read out again.
  if (button.textContent !== label(count)) button.textContent = label(count)
  button.onclick = take
  if (!button.isConnected) news.append(button)
}

// Let the page have all that the stream has: the reader has asked for it.
function take() {
  const ours = new Map(entriesOf(live).map((entry) => [entry.id, entry]))
  const all = entriesOf(waiting).map((entry) => ours.get(entry.id) ?? document.adoptNode(entry))
  const older = [...ours.values()].filter((entry) => !all.includes(entry))
  live.querySelector(".live-entries").replaceChildren(...all, ...older)
  keysOf(live).replaceWith(document.adoptNode(keysOf(waiting)))
  waiting = null
  news.replaceChildren()
  all[0].scrollIntoView({ block: "start" })
  all[0].focus({ preventScroll: true })
}

// What the page shows already is corrected in its place, and what was withdrawn goes.
function correct(stream) {
  const theirs = new Map(entriesOf(stream).map((entry) => [entry.id, entry]))
  const ours = entriesOf(live)
  const last = [...theirs.keys()].at(-1)
  const end = ours.findIndex(({ id }) => id === last)
  for (const [at, entry] of ours.entries()) {
    const other = theirs.get(entry.id)
    const isInReach = !("older" in stream.dataset) || at < end
    if (other && other.innerHTML !== entry.innerHTML) entry.replaceChildren(...other.cloneNode(true).childNodes)
    else if (!other && isInReach) entry.remove()
  }
  for (const link of keysOf(live).querySelectorAll("[data-entry]")) {
    if (!keysOf(stream).querySelector(`[data-entry="${link.dataset.entry}"]`)) link.closest("li").remove()
  }
}

function show(text) {
  if (text === shown) return
  shown = text
  const stream = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]")
  correct(stream)
  const known = new Set(entriesOf(live).map(({ id }) => id))
  const count = entriesOf(stream).filter(({ id }) => !known.has(id)).length
  waiting = count ? stream : null
  if (count) offer(count)
  else {
    news.replaceChildren()
    keysOf(live).replaceWith(document.adoptNode(keysOf(stream)))
  }
  if (!("running" in stream.dataset)) end()
}

function end() {
  delete live.dataset.running
  for (const mark of document.querySelectorAll("[data-live-mark]")) mark.remove()
}

// The story was withdrawn, or the network fails for long: the reader can ask by themselves.
function stop() {
  live.querySelector(".live-reload")?.classList.add("is-needed")
}

async function ask() {
  if (asking) return
  asking = true
  try {
    // With the ETag of the last answer, which the browser keeps: mostly there is nothing new.
    const answer = await fetch(live.dataset.live, { cache: "no-cache" })
    if (answer.ok) show(await answer.text())
    else if (answer.status < 500) return stop()
  } catch {
    // No network: perhaps next time.
  } finally {
    asking = false
  }
  later()
}

function later() {
  clearTimeout(timer)
  if (document.hidden || !("running" in live.dataset)) return
  timer = setTimeout(ask, SOONEST + Math.random() * (LATEST - SOONEST))
}

if (isHere) {
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask()))
  later()
}
