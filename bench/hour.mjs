// An hour of typing: many edits of one manifest, each followed by a question, in edgelint and in VS Code's JSON
// language server. Prints how much memory they hold at the start and at the end, and what edgelint says that a
// check of the warm server takes.
//   node bench/hour.mjs [--edits 20000] [--size 20000]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, exampleManifest, percentile, processorTime, resident, serversToCompare } from './client.mjs'

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '20000' }, size: { type: 'string', default: '20000' } },
})
const EDITS = Number(values.edits)
const WARM = 1000

const folder = mkdtempSync(join(tmpdir(), 'edgelint-bench-'))
const uri = pathToFileURL(join(folder, 'deployment.json')).href
const text = exampleManifest(Number(values.size))
writeFileSync(join(folder, 'deployment.json'), text)
const results = {}
try {
  for (const [name, command] of Object.entries(serversToCompare())) {
    results[name] = await hour(command)
  }
} finally {
  rmSync(folder, { recursive: true })
}
report()

async function hour([program, ...args]) {
  const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const client = connect(server)
  const checks = []
  client.on('$/logTrace', ({ message }) => {
    const time = /^analysed in (\d+) µs/.exec(message)
    if (time !== null) {
      checks.push(Number(time[1]) / 1000)
    }
  })
  await client.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    trace: 'verbose',
    capabilities: { textDocument: { publishDiagnostics: {} } },
  })
  client.notify('initialized', {})
  const textDocument = { uri }
  const findings = client.next('textDocument/publishDiagnostics')
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } })
  await findings
  const lines = text.split('\n')
  const atStart = resident(server.pid)
  let warm = 0
  for (let i = 0; i < EDITS; i++) {
    if (i === Math.max(0, EDITS - WARM)) {
      warm = processorTime(server.pid)
    }
    // A blank behind a line, another line each time, and away again.
    const line = (i >> 1) % lines.length
    const end = { line, character: lines[line].length }
    const typed = i % 2 === 0
    const range = { start: end, end: typed ? end : { line, character: end.character + 1 } }
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range, text: typed ? ' ' : '' }],
    })
    await client.request('textDocument/hover', { textDocument, position: { line, character: 4 } })
  }
  const atEnd = resident(server.pid)
  const processor = (processorTime(server.pid) - warm) / Math.min(WARM, EDITS)
  await client.request('shutdown', null)
  client.notify('exit')
  return { atStart, atEnd, processor, checks: checks.slice(-WARM) }
}

function report() {
  const { edgelint, peer } = results
  console.log(`${text.length} characters, ${EDITS} edits with a hover after each\n`)
  console.log('| | edgelint | JSON server | ratio |\n|---|---|---|---|')
  for (const [what, key] of [
    ['memory after the first findings, MB', 'atStart'],
    ['memory at the end, MB', 'atEnd'],
    ['processor time of an edit with its hover, ms', 'processor'],
  ]) {
    const ratio = edgelint[key] / peer[key]
    console.log(`| ${what} | ${edgelint[key].toFixed(1)} | ${peer[key].toFixed(1)} | ${ratio.toFixed(2)} |`)
  }
  const [median, most] = [0.5, 0.95].map((part) => percentile(edgelint.checks, part).toFixed(1))
  console.log(`\nlast ${edgelint.checks.length} checks of the text: median ${median} ms, 95 % ${most} ms`)
}
