// Asks a running edgelint server everything an editor may ask, and prints how long the answers take.
//   node bench/requests.mjs [--times 200] [--size 100000] [--files 50]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, percentile } from './client.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    size: { type: 'string', default: '100000' },
    files: { type: 'string', default: '50' },
  },
})
const program = process.env.EDGELINT_BIN
if (!existsSync(program)) {
  console.error(`${program} is missing; bench/README.md says how to get it`)
  process.exit(2)
}
const TIMES = Number(values.times)
const TYPES = ['namespace', 'class', 'enumMember', 'parameter', 'variable', 'property', 'function']

const folder = mkdtempSync(join(tmpdir(), 'edgelint-bench-'))
const uri = (name) => pathToFileURL(join(folder, name)).href
const large = manifest(Number(values.size))
writeFileSync(join(folder, 'large.json'), large)
try {
  await run()
} finally {
  rmSync(folder, { recursive: true })
}

/** A manifest of modules that send to one another, of at least so many characters. */
function manifest(size) {
  const modules = {}
  const routes = {}
  const twins = {}
  const text = () =>
    JSON.stringify(
      {
        modulesContent: {
          $edgeAgent: {
            'properties.desired': {
              schemaVersion: '1.1',
              runtime: { type: 'docker', settings: {} },
              systemModules: {
                edgeAgent: module('mcr.microsoft.com/azureiotedge-agent:1.5'),
                edgeHub: { ...module('mcr.microsoft.com/azureiotedge-hub:1.5'), status: 'running', restartPolicy: 'always' },
              },
              modules,
            },
          },
          $edgeHub: {
            'properties.desired': { schemaVersion: '1.1', routes, storeAndForwardConfiguration: { timeToLiveSecs: 7200 } },
          },
          ...twins,
        },
      },
      null,
      2,
    )
  for (let i = 0; i < 3 || text().length < size; i++) {
    modules[`sensor${i}`] = { version: '1.0', ...module('redis:7'), status: 'running', restartPolicy: 'always' }
    modules[`sensor${i}`].env = { NEXT: { value: `http://sensor${i + 1}:8080/in` } }
    routes[`from${i}`] =
      `FROM /messages/modules/sensor${i}/outputs/hot WHERE temperature > ${i} AND $body.unit = 'C'` +
      ` INTO BrokeredEndpoint("/modules/sensor${i + 1}/inputs/in")`
    twins[`sensor${i}`] = { 'properties.desired': { interval: i, limits: { low: 1, high: 2 } } }
  }
  return text()
}

function module(image) {
  const createOptions = JSON.stringify({ HostConfig: { Binds: ['/data:/data'], LogConfig: { Type: 'json-file' } } })
  return { type: 'docker', settings: { image, createOptions } }
}

async function run() {
  const server = spawn(program, ['serve'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const client = connect(server)
  await client.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        completion: { completionItem: { snippetSupport: true } },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        semanticTokens: {
          requests: { full: { delta: true }, range: true },
          tokenTypes: TYPES,
          tokenModifiers: [],
          formats: ['relative'],
        },
      },
    },
    initializationOptions: { settings: { format: true } },
  })
  client.notify('initialized', {})
  await open(client, 'large.json', large)
  console.log(`${large.length} characters, ${TIMES} times each, after a change of the text\n`)
  console.log('| request | median, ms | 95 %, ms |\n|---|---|---|')
  const worst = await requests(client)
  console.log(`\nslowest at 95 %: ${worst.name}, ${worst.time.toFixed(1)} ms\n`)
  await renames(client)
  await client.request('shutdown', null)
  client.notify('exit')
}

async function open(client, name, text) {
  const published = client.next('textDocument/publishDiagnostics')
  client.notify('textDocument/didOpen', {
    textDocument: { uri: uri(name), languageId: 'json', version: 1, text },
  })
  await published
}

function position(text, offset) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1).length }
}

async function requests(client) {
  const textDocument = { uri: uri('large.json') }
  const inRoute = position(large, large.lastIndexOf('/outputs/hot') - 1)
  const whole = { start: { line: 0, character: 0 }, end: position(large, large.length) }
  const here = { textDocument, position: inRoute }
  const [item] = await client.request('textDocument/prepareCallHierarchy', here)
  const { resultId } = await client.request('textDocument/semanticTokens/full', { textDocument })
  const asked = {
    'textDocument/completion': here,
    'textDocument/hover': here,
    'textDocument/definition': here,
    'textDocument/references': { ...here, context: { includeDeclaration: true } },
    'textDocument/documentHighlight': here,
    'textDocument/prepareRename': here,
    'textDocument/rename': { ...here, newName: 'camera' },
    'textDocument/documentSymbol': { textDocument },
    'textDocument/foldingRange': { textDocument },
    'textDocument/selectionRange': { textDocument, positions: [inRoute] },
    'textDocument/codeAction': { textDocument, range: whole, context: { diagnostics: [] } },
    'textDocument/codeLens': { textDocument },
    'textDocument/documentLink': { textDocument },
    'textDocument/inlayHint': { textDocument, range: whole },
    'textDocument/semanticTokens/full': { textDocument },
    'textDocument/semanticTokens/full/delta': { textDocument, previousResultId: resultId },
    'textDocument/semanticTokens/range': { textDocument, range: whole },
    'textDocument/prepareCallHierarchy': here,
    'callHierarchy/incomingCalls': { item },
    'callHierarchy/outgoingCalls': { item },
    'textDocument/formatting': { textDocument, options: { tabSize: 4, insertSpaces: true } },
    'workspace/symbol': { query: 'sensor1' },
  }
  let version = 1
  let worst = { name: '', time: 0 }
  for (const [method, params] of Object.entries(asked)) {
    const times = []
    for (let i = 0; i < TIMES; i++) {
      // As in an editor, nothing is known yet of the text that is asked about.
      const published = client.next('textDocument/publishDiagnostics')
      const end = whole.end
      client.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version: ++version },
        contentChanges: [
          version % 2 === 0
            ? { range: { start: end, end }, text: '\n' }
            : { range: { start: end, end: { line: end.line + 1, character: 0 } }, text: '' },
        ],
      })
      times.push(await client.timed(method, params))
      await published
    }
    const time = percentile(times, 0.95)
    worst = time > worst.time ? { name: method, time } : worst
    console.log(`| ${method} | ${percentile(times, 0.5).toFixed(1)} | ${time.toFixed(1)} |`)
  }
  return worst
}

/** A module that many files speak of gets another name. */
async function renames(client) {
  const text = manifest(4000)
  for (let i = 0; i < Number(values.files); i++) {
    writeFileSync(join(folder, `deployment${i}.json`), text)
  }
  client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('deployment0.json'), type: 1 }],
  })
  const textDocument = { uri: uri('large.json') }
  const at = position(large, large.indexOf('"sensor0": {') + 1)
  const rename = { textDocument, position: at, newName: 'camera' }
  let files = 0
  for (let i = 0; files <= Number(values.files) && i < 100; i++) {
    files = Object.keys((await client.request('textDocument/rename', rename)).changes).length
  }
  const times = []
  for (let i = 0; i < 20; i++) {
    times.push(await client.timed('textDocument/rename', rename))
  }
  console.log(
    `rename in ${files} files: median ${percentile(times, 0.5).toFixed(1)} ms, 95 % ${percentile(times, 0.95).toFixed(1)} ms`,
  )
}
