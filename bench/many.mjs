// How long many files take in one run, beside tombi on the same TOML and ajv-cli on the same JSON; and whether
// time doubles when the work does. Once with the corpus repeated, so that each file has some twenty copies, and once
// with files that all differ: edgelint reads equal files once, and its peers do not.
//
//   node bench/many.mjs [FILES] [ROUNDS]
//
// Needs the corpus (EDGELINT_SHARED, or shared/ beside the repository) and the peers; README.md says how to get them.
// Processor time is what counts on a busy machine; on an idle one look at both. Linux only: it reads /proc.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = Number(process.argv[2] ?? 10_000)
const rounds = Number(process.argv[3] ?? 3)
const corpus = join(process.env.EDGELINT_SHARED ?? join(root, '../shared'), 'corpus')
const edgelint = join(root, 'server/target/dist/bin/edgelint')
const modules = join(root, 'bench/peers/node_modules')
const ajv = join(modules, '.bin/ajv')
const tombi = join(modules, '@tombi-toml', `cli-${process.platform}-${process.arch}`, 'tombi')
for (const needed of [corpus, edgelint, ajv, tombi]) {
  if (!existsSync(needed)) {
    console.error(`${needed} is missing; bench/README.md says how to get it`)
    process.exit(2)
  }
}

const work = mkdtempSync(join(tmpdir(), 'edgelint-bench-'))
const schema = join(work, 'any.schema.json')
writeFileSync(schema, '{"type":"object"}')
const toml = sources('config-toml', '.toml', () => true)
// ajv-cli stops at the first file that it cannot read.
const json = sources('manifests', '.json', (file) => isObject(readFileSync(file, 'utf8')))
for (const [name, form] of [
  ['copies', (text) => text],
  ['own', own],
]) {
  lay(`${name}/toml`, toml, files / 2, form)
  lay(`${name}/json`, json, files / 2, form)
  lay(`${name}/half/toml`, toml, files / 4, form)
  lay(`${name}/half/json`, json, files / 4, form)
}

const check = (...folders) => [edgelint, 'check', ...folders.map((folder) => join(work, folder))]
const runs = {}
for (const [name, label] of [
  ['copies', ''],
  ['own', ' (all different)'],
]) {
  runs[`TOML${label}, edgelint`] = check(`${name}/toml`)
  runs[`TOML${label}, tombi`] = [tombi, 'lint', '--offline', join(work, name, 'toml')]
  runs[`JSON${label}, edgelint`] = check(`${name}/json`)
  runs[`JSON${label}, ajv-cli`] = [process.execPath, ajv, 'validate', '-s', schema, '-d', join(work, name, 'json/**/*.json')]
  runs[`half of all${label}, edgelint`] = check(`${name}/half/toml`, `${name}/half/json`)
  runs[`all${label}, edgelint`] = check(`${name}/toml`, `${name}/json`)
}
const results = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
try {
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(runs)) {
      results[name].push(await measure(command))
    }
  }
} finally {
  rmSync(work, { recursive: true })
}
report()

function sources(folder, ending, wanted) {
  const all = readdirSync(join(corpus, folder)).filter((name) => name.endsWith(ending))
  return all.map((name) => join(corpus, folder, name)).filter(wanted)
}

function isObject(text) {
  try {
    return JSON.parse(text).constructor === Object
  } catch {
    return false
  }
}

/** Each file in a folder of its own, as so many devices. */
function lay(name, originals, count, form) {
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length]
    const folder = join(work, name, String(i))
    mkdirSync(folder, { recursive: true })
    const template = original.includes('template') ? '.template' : ''
    const file = original.endsWith('.toml') ? 'config.toml' : `deployment${template}.json`
    writeFileSync(join(folder, file), form(readFileSync(original, 'utf8'), i))
  }
}

/** The file of one device: a name of its own for the host or the first module, and a last line of its own. */
function own(text, i) {
  if (!text.trimStart().startsWith('{')) {
    return `${text.replace(/^(\s*hostname\s*=\s*").*"/m, `$1device-${i}"`)}\n# Device ${i}\n`
  }
  const agent = JSON.parse(text).modulesContent?.$edgeAgent?.['properties.desired']
  const [module] = Object.keys(agent?.modules ?? {})
  const renamed = module ? text.replace(new RegExp(`(?<=["/])${escaped(module)}(?=["/])`, 'g'), `${module}${i}`) : text
  return `${renamed}\n${' '.repeat(i % 97)}${'\t'.repeat(i / 97)}\n`
}

function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

async function measure([program, ...args]) {
  const start = performance.now()
  const process = spawn(program, args, { stdio: 'ignore' })
  const seen = { cpu: 0, memory: 0 }
  const watch = setInterval(() => look(process.pid, seen), 20)
  await new Promise((done) => process.on('close', done))
  clearInterval(watch)
  return { wall: (performance.now() - start) / 1000, ...seen }
}

function look(pid, seen) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14)
    seen.cpu = (Number(user) + Number(system)) / 100
    seen.memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    // It has ended.
  }
}

function median(name, what) {
  const sorted = results[name].map((run) => run[what]).sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

function report() {
  console.log(`${files} files, medians of ${rounds} rounds in turn\n`)
  console.log('| | processor, s | wall, s | memory, MB |\n|---|---|---|---|')
  for (const name of Object.keys(runs)) {
    const figures = ['cpu', 'wall', 'memory'].map((what) => median(name, what).toFixed(what === 'memory' ? 0 : 1))
    console.log(`| ${[name, ...figures].join(' | ')} |`)
  }
  const ratio = (a, b) => `${(median(a, 'cpu') / median(b, 'cpu')).toFixed(2)} (wall ${(median(a, 'wall') / median(b, 'wall')).toFixed(2)})`
  for (const label of ['', ' (all different)']) {
    console.log(`\nTOML${label}, edgelint to tombi: ${ratio(`TOML${label}, edgelint`, `TOML${label}, tombi`)}`)
    console.log(`JSON${label}, edgelint to ajv-cli: ${ratio(`JSON${label}, edgelint`, `JSON${label}, ajv-cli`)}`)
    console.log(`all to half${label}: ${ratio(`all${label}, edgelint`, `half of all${label}, edgelint`)}`)
  }
}
