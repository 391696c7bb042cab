// The page to which a redirect leads: as in articles/body/redirects.py, which gives the list.
const RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const MOST = 4

function base64(written) {
  const bytes = atob(written.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, ""))
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)))
}

// The target where it is no plain parameter.
function written(url) {
  const proofpoint = /^https:\/\/urldefense\.(?:us|com)\/v3\/__(.+?)__;([\w=-]*)!/.exec(url)
  if (proofpoint) {
    const signs = [...base64(proofpoint[2])]
    const target = proofpoint[1].replace(/^(https?:\/)(?=[^/])/, "$1/")
    return target.replace(/\*(?:\*([\w-]))?/g, (_, run) => signs.splice(0, run ? RUNS.indexOf(run) + 2 : 1).join(""))
  }
  if (url.startsWith("https://urldefense.proofpoint.com/v2/url?")) {
    const given = new URL(url).searchParams.get("u") ?? ""
    return decodeURIComponent(given.replaceAll("-", "%").replaceAll("_", "/"))
  }
  const yahoo = /^https?:\/\/r\.search\.yahoo\.com\/(?:[^?#]*\/)?RU=([^/?#]+)\//.exec(url)
  if (yahoo) return decodeURIComponent(yahoo[1])
  const bing = /^https?:\/\/www\.bing\.com\/ck\/a\?(?:[^#]*&)?u=a1([\w-]+)/.exec(url)
  if (bing) return base64(bing[1])
  return /^https?:\/\/href\.li\/\?(.+)/.exec(url)?.[1] ?? ""
}

// Whether it is this host or one below it; a name with a final dot has any ending.
function isHost(host, name) {
  if (!name.endsWith(".")) return host === name || host.endsWith(`.${name}`)
  return new RegExp(`^(?:www\\.)?${name.replaceAll(".", "\\.")}(?:com|[a-z]{2}|com?\\.[a-z]{2})$`).test(host)
}

const isPage = (url) => /^https?:\/\//.test(url ?? "")

function next(url, redirects) {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return ""
  try {
    const target = written(url)
    if (isPage(target)) return target
  } catch {
    // Not written as it should be: a page like any other.
  }
  for (const [hosts, paths, names] of redirects) {
    const known = hosts.some((name) => isHost(parsed.hostname, name))
    if (!known || !paths.some((path) => parsed.pathname.startsWith(path))) continue
    const found = names.map((name) => parsed.searchParams.get(name)).find(isPage)
    if (found) return found
  }
  return ""
}

/** Return the URL to which a redirect of a known kind leads; any other URL as it is. */
export function targetOf(url, redirects) {
  let target = url
  for (let step = 0; step < MOST; step++) target = next(target, redirects) || target
  return target
}
