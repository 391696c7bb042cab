// Says every so often that the form is open, and shows who else has it open. It locks nothing.
const banner = document.querySelector("#story-presence")
const EVERY = 20_000

function sent(values) {
  const body = new FormData()
  const token = document.querySelector("#story_form [name=csrfmiddlewaretoken]").value
  for (const [name, value] of Object.entries({ csrfmiddlewaretoken: token, ...values })) body.append(name, value)
  return body
}

async function stay() {
  if (document.hidden) return
  // So that a form that nobody is looking at keeps no session alive.
  const headers = { "Newsroom-Unattended": "1" }
  const answer = await fetch(banner.dataset.url, { method: "POST", body: sent({}), headers, redirect: "manual" })
  if (answer.ok) banner.textContent = (await answer.json()).told
}

// Without a network there is nothing to say: the next attempt may succeed.
const tryIt = () => stay().catch(() => {})

if (banner) {
  tryIt()
  setInterval(tryIt, EVERY)
  addEventListener("pageshow", ({ persisted }) => { if (persisted) tryIt() })
  document.addEventListener("visibilitychange", tryIt)
  addEventListener("pagehide", () => navigator.sendBeacon(banner.dataset.url, sent({ leaving: "1" })))
}
