// Drives edgelint and VS Code's JSON language server as an editor would, in turn, and prints medians and ratios.
//   node bench/server.mjs [--runs 5] [--edits 100] [--size 20000] [FILE.json]
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, exampleManifest, percentile, processorTime, resident, serversToCompare } from './client.mjs'

const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    edits: { type: 'string', default: '100' },
    size: { type: 'string', default: '20000' },
  },
  allowPositionals: true,
})

const servers = serversToCompare()
const folder = mkdtempSync(join(tmpdir(), 'edgelint-bench-'))
const file = join(folder, 'deployment.json')
const text = positionals.length > 0 ? readFileSync(positionals[0], 'utf8') : exampleManifest(Number(values.size))
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
  const firstProcessor = processorTime(server.pid)

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
  for (let i = 0; i < 100; i++) {
    completion.push(await client.timed('textDocument/completion', { textDocument, position: end }))
    hover.push(await client.timed('textDocument/hover', { textDocument, position: { line, character: 4 } }))
  }
  const memory = resident(server.pid)
  await client.request('shutdown', null)
  client.notify('exit')
  return {
    'start, ms': start,
    'first findings, ms': first,
    'the same, processor time, ms': firstProcessor,
    'keystroke to findings, ms, median': percentile(edits, 0.5),
    'keystroke to findings, ms, 99 %': percentile(edits, 0.99),
    'completion, ms, median': percentile(completion, 0.5),
    'completion, ms, 95 %': percentile(completion, 0.95),
    'hover, ms, median': percentile(hover, 0.5),
    'hover, ms, 95 %': percentile(hover, 0.95),
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
