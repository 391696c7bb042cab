// Where words are in a text: the rule of articles/body/anchors.py, in UTF-16's units. What has changed a little is
// found again by the server; here it is enough that the words around it are the same.
const ENOUGH = 24
const PLACES = 1000
const CONTEXT = 32

function alike(text, from, other, step) {
  let number = 0
  let at = step > 0 ? 0 : other.length - 1
  while (at >= 0 && at < other.length && text[from + step * number] === other[at]) {
    number++
    at += step
  }
  return number
}

// Where in `text` the words are, or what is in their place between the same words: `[start, end]`, or null.
export function find(text, quote) {
  const start = findExactly(text, quote)
  return start < 0 ? between(text, quote) : [start, start + quote.exact.length]
}

function between(text, { exact, prefix, suffix }) {
  const [before, after] = [prefix.slice(-ENOUGH / 2), suffix.slice(0, ENOUGH / 2)]
  if (before.length + after.length < ENOUGH) return null
  const start = text.indexOf(before) + before.length
  const end = text.indexOf(after, start)
  const isNear = start >= before.length && end > start && end - start <= 2 * exact.length
  return isNear && text.slice(start, end).trim() ? [start, end] : null
}

function findExactly(text, { exact, prefix, suffix }) {
  const whole = text.indexOf(prefix + exact + suffix)
  if (whole >= 0) return whole + prefix.length
  let best = -1
  let evidence = -1
  let place = text.indexOf(exact)
  for (let tried = 0; place >= 0 && tried < PLACES; tried++) {
    const around = alike(text, place - 1, prefix, -1) + alike(text, place + exact.length, suffix, 1)
    if (around > evidence) [best, evidence] = [place, around]
    place = text.indexOf(exact, place + 1)
  }
  const needed = Math.min(ENOUGH, exact.length + prefix.length + suffix.length)
  return exact.length + evidence >= needed ? best : -1
}

// The words from `start` to `end` with the text around them; null where there are none.
export function quoteOf(text, start, end) {
  while (text[start] === " ") start++
  while (text[end - 1] === " ") end--
  if (start < 0 || end <= start) return null
  return {
    exact: text.slice(start, end),
    // Not half of a sign of two units.
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ""),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
  }
}

// The open notes on words, as the panel shows them: their elements.
export const openNotes = () => [...document.querySelectorAll("#story-notes [data-note]")]

export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))
