// Lists and block quotes hold what the stored body lets them hold, and no block of our own.
import {
  Blockquote as AnyBlockquote,
  ListItem as AnyListItem,
  OrderedList as AnyOrderedList,
} from "django-prose-editor/editor"

export const Blockquote = AnyBlockquote.extend({
  content: "paragraph+",
  // Before bold, which would take Mod-Shift-B for its own.
  priority: 110,
})

export const ListItem = AnyListItem.extend({
  content: "paragraph (paragraph | bulletList | orderedList)*",
})

// Numbered from one, always.
export const OrderedList = AnyOrderedList.extend({ addAttributes: () => ({}) })
