// Shortcuts of one key, or of two in a row ("g d"); never while somebody types. Those that work on the
// page as it is now are the ones that `?` lists, by their names: see templates/admin/frame/keys.html.
const PAUSE = 1000
const TYPED = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [role=textbox], dialog[open]"

const registry = []
let first = ""
let timer = 0

const isTyping = ({ target }) => target.isContentEditable || target.closest(TYPED)

/**
 * Register keys, each with a name, what it runs, and whether it can now:
 * `onKeys({ n: { name: "new", run: start, can: () => true } })`. If modules share a key, it runs the first
 * shortcut that can run.
 */
export function onKeys(keys) {
  for (const [key, shortcut] of Object.entries(keys)) registry.push({ key, ...shortcut })
}

/** Return a shortcut that clicks on what the selector finds, wherever it finds something. */
export function clicks(name, selector) {
  const find = () => document.querySelector(selector)
  return { name, run: () => find().click(), can: () => find() !== null }
}

/** Return the names of the shortcuts that can be used now. */
export const usable = () => new Set(registry.filter(({ can }) => !can || can()).map(({ name }) => name))

const found = (pressed) => registry.find(({ key, can }) => key === pressed && (!can || can()))

addEventListener("keydown", (event) => {
  // A letter with Control, Alt or Meta is the browser's, or the screen reader's.
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
  if (event.key.length > 1 || isTyping(event)) return
  const shortcut = found(first ? `${first} ${event.key}` : event.key)
  clearTimeout(timer)
  first = ""
  if (shortcut) {
    event.preventDefault()
    shortcut.run()
  } else if (registry.some(({ key }) => key.startsWith(`${event.key} `))) {
    first = event.key
    timer = setTimeout(() => { first = "" }, PAUSE)
  }
})
