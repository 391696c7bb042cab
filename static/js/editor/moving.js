// Alt+Up and Alt+Down move the blocks of the selection past the one before or after them.
import { Extension } from "django-prose-editor/editor"

const move = (by) => ({ editor }) =>
  editor.commands.command(({ tr, dispatch }) => {
    const { doc, selection: { $from, $to } } = tr
    const first = $from.index(0)
    const last = $to.depth ? $to.index(0) : Math.max($to.index(0) - 1, first)
    const other = doc.maybeChild(by < 0 ? first - 1 : last + 1)
    if (!other) return true
    const positions = []
    doc.forEach((_node, pos) => positions.push(pos))
    const end = positions[last] + doc.child(last).nodeSize
    // The neighbour goes to the other side: so the selection stays with what is moved.
    if (dispatch && by < 0) tr.delete(positions[first - 1], positions[first]).insert(end - other.nodeSize, other)
    else if (dispatch) tr.delete(end, end + other.nodeSize).insert(positions[first], other)
    tr.scrollIntoView()
    return true
  })

export const Moving = Extension.create({
  name: "moving",
  addKeyboardShortcuts: () => ({ "Alt-ArrowUp": move(-1), "Alt-ArrowDown": move(1) }),
})
