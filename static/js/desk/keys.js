// Shortcuts of one key, or of two in a row ("g d"); never while somebody types.
const PAUSE = 1000

const isTyping = ({ target }) =>
  target.isContentEditable || target.closest("input, textarea, select, [role=textbox], dialog[open]")

/** Call the function for the key that is pressed: `onKeys({ n: start, "g d": goToDesk })`. */
export function onKeys(keys) {
  let first = ""
  let timer = 0
  addEventListener("keydown", (event) => {
    // A letter with Control, Alt or Meta is the browser's, or the screen reader's.
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    if (event.key.length > 1 || isTyping(event)) return
    const pressed = first ? `${first} ${event.key}` : event.key
    clearTimeout(timer)
    first = ""
    if (keys[pressed]) {
      event.preventDefault()
      keys[pressed]()
    } else if (Object.keys(keys).some((name) => name.startsWith(`${event.key} `))) {
      first = event.key
      timer = setTimeout(() => { first = "" }, PAUSE)
    }
  })
}
