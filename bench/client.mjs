import { readFileSync } from 'node:fs'

// A language client for benchmarks: speaks to a server process and takes times.

export function connect(server) {
  let buffer = Buffer.alloc(0)
  let id = 0
  const answers = new Map()
  const waiting = new Map()
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const receive = (message) => {
    if (message.method !== undefined && message.id !== undefined) {
      send({ id: message.id, result: null })
    } else if (message.method !== undefined) {
      waiting.get(message.method)?.(message.params)
    } else {
      answers.get(message.id)?.(message.result)
    }
  }
  server.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n')
      const length = head < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1])
      if (!(buffer.length >= head + 4 + length)) {
        return
      }
      receive(JSON.parse(buffer.toString('utf8', head + 4, head + 4 + length)))
      buffer = buffer.subarray(head + 4 + length)
    }
  })
  const request = (method, params) =>
    new Promise((done) => {
      answers.set(++id, done)
      send({ id, method, params })
    })
  return {
    request,
    notify: (method, params) => send({ method, params }),
    next: (method) => new Promise((done) => waiting.set(method, done)),
    timed: async (method, params) => {
      const before = performance.now()
      await request(method, params)
      return performance.now() - before
    },
  }
}

/** Where the system tells; a launcher script has become the server by then. */
export function resident(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return NaN
  }
}

export function percentile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}
