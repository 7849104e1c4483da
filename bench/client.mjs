import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

// A language client for benchmarks: speaks to a server process and takes times.

export function connect(server) {
  let buffer = Buffer.alloc(0)
  let id = 0
  const answers = new Map()
  const waiting = new Map()
  const listeners = new Map()
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const receive = (message, arrived) => {
    if (message.method !== undefined && message.id !== undefined) {
      send({ id: message.id, result: null })
    } else if (message.method !== undefined) {
      waiting.get(message.method)?.(message.params)
      listeners.get(message.method)?.(message.params)
    } else {
      answers.get(message.id)?.({ result: message.result, arrived })
      // Whoever keeps answers has their own memory cleared up in the middle of a measurement.
      answers.delete(message.id)
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
      const arrived = performance.now()
      receive(JSON.parse(buffer.toString('utf8', head + 4, head + 4 + length)), arrived)
      buffer = buffer.subarray(head + 4 + length)
    }
  })
  const answer = (method, params) =>
    new Promise((done) => {
      answers.set(++id, done)
      send({ id, method, params })
    })
  return {
    request: async (method, params) => (await answer(method, params)).result,
    notify: (method, params) => send({ method, params }),
    on: (method, listener) => listeners.set(method, listener),
    next: (method) => new Promise((done) => waiting.set(method, done)),
    /** How long it takes until an answer has arrived as a whole, in ms; reading it is up to the client. */
    timed: async (method, params) => {
      const before = performance.now()
      return (await answer(method, params)).arrived - before
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

/** Processor time of a process so far, in ms, where the system tells: a busy machine makes it little longer. */
export function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return NaN
  }
}

export function percentile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

/** edgelint and VS Code's JSON language server: the commands that start them. */
export function serversToCompare() {
  const edgelint = join(root, 'server/target/dist/bin/edgelint')
  const peer = join(root, 'bench/peers/node_modules/.bin/vscode-json-language-server')
  for (const file of [edgelint, peer]) {
    if (!existsSync(file)) {
      console.error(`${file} is missing; bench/README.md says how to get it`)
      process.exit(2)
    }
  }
  return { edgelint: [edgelint, 'serve'], peer: [process.execPath, peer, '--stdio'] }
}

/** The example's manifest with as many modules as make a file of that size. */
export function exampleManifest(size) {
  const device = JSON.parse(readFileSync(join(root, 'examples/behind-proxy/deployment.json'), 'utf8'))
  const modules = device.modulesContent.$edgeAgent['properties.desired'].modules
  const [[name, module]] = Object.entries(modules)
  for (let i = 1; JSON.stringify(device, null, 2).length < size; i++) {
    modules[`${name}${i}`] = module
  }
  return JSON.stringify(device, null, 2)
}
