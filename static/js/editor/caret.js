// Keeps the caret in sight: after Tab into a body that begins with the frame of one of our own blocks,
// where browsers show none, and when it moves up to the toolbar, which stays at the top of the window.
import { Extension, Plugin } from "django-prose-editor/editor"

// The editor corrects the selection 20 ms after the focus, if there is one to correct.
const PAUSE = 40
// In pixels: the toolbar above, the line itself below.
const CLEAR = { top: 64, right: 0, bottom: 32, left: 0 }

function placeCaret(view) {
  setTimeout(() => {
    if (view.hasFocus() && !view.dom.contains(getSelection().anchorNode)) view.focus()
  }, PAUSE)
  return false
}

export const Caret = Extension.create({
  name: "caret",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: { focus: placeCaret },
        scrollThreshold: CLEAR,
        scrollMargin: CLEAR,
      },
    }),
  ],
})
