// Translations from the catalog that the admin's forms load (Django's jsi18n); English without one.
// Not window.django, which the admin's jQuery replaces after the catalog has put its functions there.

import { directionOf } from "./letters.js";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

export const gettext = window.gettext ?? ((text) => text)
export const ngettext =
  window.ngettext ?? ((singular, plural, count) => (count === 1 ? singular : plural))

/** Return words that may run the other way isolated from a sentence, in the direction of most of their letters. */
export function isolated(words) {
  if (typeof words !== "string" || !RIGHT_TO_LEFT.test(words)) return words
  return `${{ rtl: "\u2067", ltr: "\u2066" }[directionOf(words)] ?? "\u2068"}${words}\u2069`
}

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => String(values[name]))

/** Put values in the place of the %(names)s in a translated text. */
export function interpolate(text, values) {
  const apart = Object.entries(values).map(([name, value]) => [name, isolated(value)])
  return (window.interpolate ?? fill)(text, Object.fromEntries(apart), true)
}
