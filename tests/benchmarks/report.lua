-- What wrk prints at its end: requests a second, 99th percentile in µs, and what went wrong.
done = function(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  local rate = summary.requests / summary.duration * 1e6
  io.write(string.format("figures %f %d %d\n", rate, latency:percentile(99), failed))
end
