// The calendar by keyboard: j and k lead to the next and the previous week or month, t to today.
import { clicks, onKeys } from "./keys.js";

onKeys({
  j: clicks("schedule-next", ".newsroom-period [rel=next]"),
  k: clicks("schedule-previous", ".newsroom-period [rel=prev]"),
  t: clicks("schedule-today", ".schedule-today"),
})
