// Results while somebody types. Without this script, the form is sent as any other.
const WAIT = 250
const form = document.querySelector(".search-form")
const results = document.querySelector("#search-results")
let timer
let asking

async function ask() {
  asking?.abort()
  asking = new AbortController()
  const url = new URL(form.action)
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value))
  url.searchParams.set("typing", "1")
  const answer = await fetch(url, { signal: asking.signal })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  results.replaceChildren(...page.querySelector("#search-results").childNodes)
  history.replaceState(null, "", url)
}

form.elements.q.addEventListener("input", (event) => {
  clearTimeout(timer)
  // Letters that an input method is still putting together are no word yet.
  if (event.isComposing) return
  // Sending the form still works if the network fails here.
  timer = setTimeout(() => ask().catch(() => {}), WAIT)
})
