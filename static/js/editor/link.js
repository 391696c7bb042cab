// Links of the kinds that the server keeps, and a dialog that asks only for the URL.
import { Link as AnyLink } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { ask, field } from "./dialog.js";

const ALLOWED = /^(https?:\/\/[^/\s]|mailto:[^/\s]|\/(?![/\\]))/i

// Whether a browser could follow it: "http://exa mple.com" leads nowhere.
function isUrl(url) {
  if (!ALLOWED.test(url) || /\s/.test(url)) return false
  if (url.startsWith("/")) return true
  const parsed = URL.parse?.(url) ?? (URL.canParse(url) ? new URL(url) : null)
  if (!parsed) return false
  if (parsed.protocol === "mailto:") return /^[^@]+@[^@]+\.[^@]+$/.test(decodeURI(parsed.pathname))
  return /^[^.]+(\.[^.]+)*\.?$/.test(parsed.hostname)
}

// "www.example.org" and "desk@example.org" are short for URLs.
function complete(url) {
  if (isUrl(url)) return url
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(url)) return `mailto:${url}`
  if (/^[^\s/:@]+\.[^\s:@]+$/.test(url) && isUrl(`https://${url}`)) return `https://${url}`
  return null
}

// Whether this site says that it has no such page; what cannot be asked counts as there.
async function leadsNowhere(url) {
  if (!url.startsWith("/")) return false
  try {
    const { status } = await fetch(url, { method: "HEAD", credentials: "omit" })
    return status === 404 || status === 410
  } catch {
    return false
  }
}

async function edit(editor) {
  const { href = "" } = editor.getAttributes("link")
  const url = field({
    name: "href",
    label: gettext("URL"),
    hint: gettext("A web or email address, or the path of a page on this site, starting with a slash."),
    required: true,
    inputMode: "url",
    value: href,
  })
  let asked = ""
  const answer = await ask({
    title: gettext("Link"),
    submit: href ? gettext("Update") : gettext("Insert"),
    removable: Boolean(href),
    fields: [url],
    send: async (values) => {
      const completed = complete(values.href)
      if (!completed) {
        return { errors: { href: gettext("Enter a valid URL. You can copy it from the browser.") } }
      }
      // Asked once: the page may be there by the time that the story is.
      if (completed !== asked && (await leadsNowhere(completed))) {
        asked = completed
        const text = gettext("There is no such page on this site yet. To insert the link all the same, press the button again.")
        return { errors: { href: text } }
      }
      return { href: completed }
    },
  })
  const chain = editor.chain().focus().extendMarkRange("link")
  if (answer === "remove") return chain.unsetLink().run()
  return answer ? chain.setLink(answer).run() : editor.commands.focus()
}

export const Link = AnyLink.extend({
  addOptions() {
    return { ...this.parent?.(), isAllowedUri: (url) => ALLOWED.test(url) }
  },
  addAttributes() {
    return { href: this.parent?.().href }
  },
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return false
          edit(editor)
          return true
        },
    }
  },
})
