// The bell in the bar: its menu has the latest notices, fetched when it is opened. On the start page,
// which asks every so often what is new, its count stays current.
const bell = document.querySelector("#bell")

function count(unread) {
  const badge = bell.querySelector(".count")
  badge.hidden = !unread
  badge.firstElementChild.textContent = unread
}

async function fill(request = {}) {
  const url = new URL(bell.dataset.url, location.href)
  if (!request.body) url.searchParams.set("part", "1")
  const answer = await fetch(url, { ...request, credentials: "same-origin", redirect: "error", cache: "no-store" })
  if (answer.ok) bell.querySelector(".notices-menu > div").innerHTML = await answer.text()
  return answer.ok
}

async function markAllRead(form) {
  const body = new FormData(form)
  body.set("part", "1")
  if (!(await fill({ method: "POST", body }))) return form.submit()
  count("")
  bell.querySelector(".notices-menu a").focus()
}

function start() {
  bell.addEventListener("toggle", () => {
    // Without a network, the link to the page of all notices is there.
    if (bell.open) fill().catch(() => {})
  })
  bell.addEventListener("submit", (event) => {
    event.preventDefault()
    markAllRead(event.target).catch(() => event.target.submit())
  })
  document.addEventListener("newsroom:start", () => count(document.querySelector("#start [data-unread]").dataset.unread))
}

if (bell) start()
