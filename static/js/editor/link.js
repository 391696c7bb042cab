// Links of the kinds that the server keeps, and a dialog that asks only for the URL.
import { Link as AnyLink } from "django-prose-editor/editor"

import { gettext } from "../i18n.js";
import { ask, field } from "./dialog.js";

const ALLOWED = /^(https?:\/\/[^/\s]|mailto:[^/\s]|\/(?![/\\]))/i

const isHost = (name) => /^[^.]+(\.[^.]+)+\.?$/.test(name) || name === location.hostname

// Whether a browser could follow it: "http://exa mple.com" leads nowhere, and names with passwords are no links.
function isUrl(url) {
  if (!ALLOWED.test(url) || /\s/.test(url)) return false
  if (url.startsWith("/")) return true
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || parsed.username || parsed.password) return false
  if (parsed.protocol === "mailto:") return /^[^@]+@[^@]+\.[^@]+$/.test(decodeURI(parsed.pathname))
  return isHost(parsed.hostname)
}

/** Return the URL that was meant: "www.example.org" and "desk@example.org" are short for one. Null if there is none. */
export function complete(typed) {
  const url = typed.trim()
  if (isUrl(url)) {
    // Pages of this site have the same path wherever the site is.
    const { origin, pathname, search, hash } = new URL(url, location.href)
    return origin === location.origin && !url.startsWith("/") ? pathname + search + hash : url
  }
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(url) && isUrl(`mailto:${url}`)) return `mailto:${url}`
  if (/^(\/\/)?[^\s/:@]+\.[^\s/:@]+(:\d+)?([/?#]\S*)?$/.test(url)) {
    const whole = `https://${url.replace(/^\/\//, "")}`
    return isUrl(whole) ? whole : null
  }
  return null
}

// Why readers would not come to a page of this site, "" if they would; what cannot be asked counts as there.
async function obstacle(url) {
  if (!url.startsWith("/")) return ""
  const desk = document.querySelector(".bar-name")?.pathname
  if (desk && url.startsWith(desk)) {
    return gettext("This is a page of the desk, which readers cannot open. To insert the link all the same, press the button again.")
  }
  try {
    const { status } = await fetch(url, { method: "HEAD", credentials: "omit" })
    if (status === 410) {
      return gettext("The page at this address was withdrawn. To insert the link all the same, press the button again.")
    }
    if (status !== 404) return ""
    return gettext("There is no such page on this site yet. To insert the link all the same, press the button again.")
  } catch {
    return ""
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
      const why = completed === asked ? "" : await obstacle(completed)
      if (why) {
        asked = completed
        return { errors: { href: why } }
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
