// A pull quote that the wire copy suggests is put after the block that the caret is in.
import { insertAfter } from "../editor/newsroom-block.js";

for (const button of document.querySelectorAll("button[data-quote]")) {
  button.hidden = false
  button.addEventListener("click", () => {
    const { quote, speaker } = button.dataset
    const editor = document.querySelector(".ProseMirror")?.editor
    if (editor) insertAfter(editor, "pullQuote", { speaker }, quote)
  })
}
