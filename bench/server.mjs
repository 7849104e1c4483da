// Drives edgelint and VS Code's JSON language server as an editor would, in turn, and prints medians and ratios.
//   node bench/server.mjs [--runs 5] [--edits 100] [FILE.json]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, percentile, resident } from './client.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, edits: { type: 'string', default: '100' } },
  allowPositionals: true,
})
const SIZE = 20_000

const servers = {
  edgelint: [join(root, 'server/target/dist/bin/edgelint'), 'serve'],
  peer: [process.execPath, join(root, 'bench/peers/node_modules/.bin/vscode-json-language-server'), '--stdio'],
}
for (const [name, command] of Object.entries(servers)) {
  const file = command.find((word) => word.startsWith(root))
  if (!existsSync(file)) {
    console.error(`${name}: ${file} is missing; bench/README.md says how to get it`)
    process.exit(2)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'edgelint-bench-'))
const file = join(folder, 'deployment.json')
const text = positionals.length > 0 ? readFileSync(positionals[0], 'utf8') : manifest()
writeFileSync(file, text)

const results = { edgelint: [], peer: [] }
try {
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [name, command] of Object.entries(servers)) {
      results[name].push(await measure(command))
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
report()

/** The example with as many modules as make a file of the usual size. */
function manifest() {
  const device = JSON.parse(readFileSync(join(root, 'examples/behind-proxy/deployment.json'), 'utf8'))
  const modules = device.modulesContent.$edgeAgent['properties.desired'].modules
  const [[name, module]] = Object.entries(modules)
  for (let i = 1; JSON.stringify(device, null, 2).length < SIZE; i++) {
    modules[`${name}${i}`] = module
  }
  return JSON.stringify(device, null, 2)
}

async function measure([program, ...args]) {
  const spawned = performance.now()
  const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const client = connect(server)
  const uri = pathToFileURL(file).href
  const textDocument = { uri }
  await client.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  })
  const start = performance.now() - spawned
  client.notify('initialized', {})
  const findings = client.next('textDocument/publishDiagnostics')
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } })
  await findings
  const first = performance.now() - spawned

  const lines = text.split('\n')
  const line = lines.length >> 1
  const end = { line, character: lines[line].length }
  const edits = []
  for (let i = 0; i < Number(values.edits); i++) {
    const typed = i % 2 === 0
    const range = { start: end, end: typed ? end : { line, character: end.character + 1 } }
    const answer = client.next('textDocument/publishDiagnostics')
    const before = performance.now()
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range, text: typed ? ' ' : '' }],
    })
    await answer
    edits.push(performance.now() - before)
  }
  const completion = []
  const hover = []
  for (let i = 0; i < 40; i++) {
    completion.push(await client.timed('textDocument/completion', { textDocument, position: end }))
    hover.push(await client.timed('textDocument/hover', { textDocument, position: { line, character: 4 } }))
  }
  const memory = resident(server.pid)
  await client.request('shutdown', null)
  client.notify('exit')
  return {
    'start, ms': start,
    'first findings, ms': first,
    'keystroke to findings, ms, median': percentile(edits, 0.5),
    'keystroke to findings, ms, 99 %': percentile(edits, 0.99),
    'completion, ms, median': percentile(completion, 0.5),
    'hover, ms, median': percentile(hover, 0.5),
    'memory, MB': memory,
  }
}

function report() {
  console.log(`${text.length} characters, medians of ${values.runs} runs in turn\n`)
  console.log('| | edgelint | JSON server | ratio |\n|---|---|---|---|')
  for (const what of Object.keys(results.edgelint[0])) {
    const [ours, theirs] = ['edgelint', 'peer'].map((name) =>
      percentile(
        results[name].map((run) => run[what]),
        0.5,
      ),
    )
    console.log(`| ${what} | ${ours.toFixed(1)} | ${theirs.toFixed(1)} | ${(ours / theirs).toFixed(2)} |`)
  }
}
