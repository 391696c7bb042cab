// Where there is room for a list that floats over the page: below its line or field or, at the end of what is
// seen of the page, above it.
const GAP = 4

// What is seen around an element: of the window, and of what scrolls within it.
function seen(element) {
  const bar = document.querySelector(".bottom-bar")?.getBoundingClientRect()
  let top = 0
  let bottom = bar?.height ? bar.top : document.documentElement.clientHeight
  for (let part = element.parentElement; part && part !== document.body; part = part.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(part).overflowY)) continue
    const box = part.getBoundingClientRect()
    top = Math.max(top, box.top)
    bottom = Math.min(bottom, box.bottom)
  }
  return { top, bottom }
}

// Put an open `list` below `anchor`, or above it where there is more room. What covers the top of the page, such as
// a bar that stays there, is `covered` pixels high.
export function openWithRoom(list, anchor, covered = 0) {
  list.style.removeProperty("max-block-size")
  const { top, bottom } = anchor.getBoundingClientRect()
  const view = seen(list)
  const height = list.offsetHeight
  const below = view.bottom - bottom - 2 * GAP
  const above = top - Math.max(view.top, covered) - 2 * GAP
  const isAbove = height > below && above > below
  const parent = list.offsetParent.getBoundingClientRect()
  list.style.insetBlock = isAbove ? `auto ${parent.bottom - top + GAP}px` : `${bottom - parent.top + GAP}px auto`
  const room = isAbove ? above : below
  if (height > room) list.style.maxBlockSize = `${Math.max(room, 0)}px`
}
