-- Requests the addresses given as arguments in turn, as a browser does; prints the results as JSON.
local addresses, sent = {}, 0

function init(arguments)
  addresses = arguments
  wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
end

function request()
  sent = sent + 1
  return wrk.format("GET", addresses[sent % #addresses + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "bytes": %d, "p50": %f, "p99": %f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
