// Browsers show no caret when one tabs into a body that begins with the frame of our own block.
import { Extension, Plugin } from "django-prose-editor/editor"

// The editor puts the selection right 20 ms after the focus, where there is one to put right.
const PAUSE = 40

function placeCaret(view) {
  setTimeout(() => {
    if (view.hasFocus() && !view.dom.contains(getSelection().anchorNode)) view.focus()
  }, PAUSE)
  return false
}

export const Caret = Extension.create({
  name: "caret",
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleDOMEvents: { focus: placeCaret } } }),
  ],
})
