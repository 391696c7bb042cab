// Keeps the caret in sight: after Tab into a body that begins with the frame of one of our own blocks,
// where browsers show none, and when it moves up to the toolbar, which stays at the top of the window.
// A click below the text puts it where it is meant.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

// The editor corrects the selection 20 ms after the focus, if there is one to correct.
const PAUSE = 40
// In pixels: the form's bar and the toolbar above, the line itself below.
const CLEAR = { top: 104, right: 0, bottom: 32, left: 0 }

function placeCaret(view) {
  setTimeout(() => {
    if (view.hasFocus() && !view.dom.contains(getSelection().anchorNode)) view.focus()
  }, PAUSE)
  return false
}

// A click below a block that ends the text means a paragraph after it, not the words of the block.
function writeBelow(view, event) {
  const { doc, schema, tr } = view.state
  const last = doc.lastChild
  if (event.button || event.target !== view.dom || !(last.isAtom || "key" in last.attrs)) return false
  if (event.clientY <= view.dom.lastElementChild.getBoundingClientRect().bottom) return false
  event.preventDefault()
  tr.insert(doc.content.size, schema.nodes.paragraph.create())
  tr.setSelection(pm.state.TextSelection.atEnd(tr.doc))
  view.dispatch(tr.scrollIntoView())
  view.focus()
  return true
}

export const Caret = Extension.create({
  name: "caret",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: { focus: placeCaret, mousedown: writeBelow },
        scrollThreshold: CLEAR,
        scrollMargin: CLEAR,
      },
    }),
  ],
})
