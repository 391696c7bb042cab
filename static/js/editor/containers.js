// Lists and block quotes, which hold only what the stored body allows, and none of our own blocks.
import {
  Blockquote as AnyBlockquote,
  ListItem as AnyListItem,
  OrderedList as AnyOrderedList,
  wrappingInputRule,
} from "django-prose-editor/editor"

export const Blockquote = AnyBlockquote.extend({
  content: "paragraph+",
  // Before bold, which would take Mod-Shift-B.
  priority: 110,
})

export const ListItem = AnyListItem.extend({
  content: "paragraph (paragraph | bulletList | orderedList)*",
})

// Always numbered from one, in digits: its own view would write the style that such a list lacks.
export const OrderedList = AnyOrderedList.extend({
  addAttributes: () => ({}),
  addInputRules() {
    return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })]
  },
  addNodeView: () => () => {
    const dom = document.createElement("ol")
    return { dom, contentDOM: dom }
  },
})
