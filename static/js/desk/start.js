// The start page stays current: it asks every so often whether anything has changed, and the answer
// is mostly that nothing has.
const start = document.querySelector("#start")
const EVERY = 20_000
let etag = ""

async function refresh() {
  if (document.hidden || start.contains(document.activeElement)) return
  // So that a page that nobody is looking at keeps no session alive.
  const headers = { "Newsroom-Unattended": "1", ...(etag && { "If-None-Match": etag }) }
  const answer = await fetch(start.dataset.url, { headers, cache: "no-store", redirect: "manual" })
  if (answer.status !== 200) return
  etag = answer.headers.get("ETag")
  start.innerHTML = await answer.text()
  document.dispatchEvent(new CustomEvent("newsroom:start"))
}

// Without a network there is nothing to say: the next attempt may succeed.
const tryIt = () => refresh().catch(() => {})

setInterval(tryIt, EVERY)
document.addEventListener("visibilitychange", tryIt)
