// How long the first findings take from the activation of the extension: in a new window that shows a file, and in
// one that is there already when a file is opened. VS Code's own JSON support, which is activated at the same moment
// for the same file, is the measure: machines differ, and a busy one lies. Nothing fails for being slow; the figures
// are in target/browser-tests/startup.json.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { RESULTS } from './install.mjs'
import { packed } from './packed.mjs'
import { manifest } from './plant.mjs'
import { eventually, startWorkbench, testIn } from './workbench.mjs'

const STARTS = Number(process.env.EDGELINT_STARTS_MEASURED ?? 3)

// edgelint shows an error in it and VS Code a warning, by a schema of the user: so they can be told apart.
// Its name is none that starts edgelint without it.
const NAME = 'plant.json'
const TEXT = manifest({ deployed: true }).replace('"restartPolicy": "always"', '"restartPolicy": "sometimes"')
/** A file that is none of ours. */
const OTHER = 'notes.txt'
const SETTINGS = {
  'json.schemas': [
    {
      fileMatch: [NAME],
      schema: {
        properties: {
          modulesContent: {
            properties: {
              $edgeAgent: {
                properties: { 'properties.desired': { properties: { schemaVersion: { type: 'number' } } } },
              },
            },
          },
        },
      },
    },
  ],
}

describe('the first findings of a window', () => {
  let code
  const test = testIn(() => code)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-startup-'))
  const starts = path.join(folder, 'starts')
  const figures = {}
  before(async () => {
    code = await startWorkbench({
      extensions: [packed],
      files: { [NAME]: TEXT, [OTHER]: 'Graz, line 1\n' },
      settings: SETTINGS,
      preload: path.join(import.meta.dirname, 'starts.cjs'),
      environment: { EDGELINT_STARTS: starts },
    })
    await code.page.addInitScript(watch)
  })
  after(async () => {
    fs.writeFileSync(path.join(RESULTS, 'startup.json'), JSON.stringify(figures, null, 2))
    await code?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  async function inNewWindow() {
    fs.rmSync(starts, { force: true })
    await code.reopen(NAME)
    return firstFindings()
  }

  async function inSettledWindow() {
    fs.rmSync(starts, { force: true })
    await code.reopen(OTHER)
    await code.settled()
    assert.ok(!fs.existsSync(starts), 'Nothing starts an extension yet')
    await code.page.locator('.explorer-folders-view .monaco-list-row', { hasText: NAME }).click()
    return firstFindings()
  }

  /** Milliseconds from the beginning of the activation of each to its first finding on the screen, and all between. */
  async function firstFindings() {
    await code.squiggles('error').first().waitFor()
    await code.squiggles('warning').first().waitFor()
    const seen = await code.page.evaluate(() => globalThis.seen)
    const notes = fs.readFileSync(starts, 'utf8').trim().split('\n').map(JSON.parse)
    const of = (who) => notes.filter((note) => note.who === who)
    const [{ time: begin, spent: before }] = of('edgelint')
    const steps = of('edgelint').map(({ what, time, spent }) => ({
      what,
      after: time - begin,
      spent: { host: spent.host - before.host, server: spent.server },
    }))
    return {
      edgelint: seen.edgelint - begin,
      json: seen.json - of('json')[0].time,
      ...(seen.clicked === undefined ? {} : { 'edgelint, from the click': seen.edgelint - seen.clicked }),
      steps,
    }
  }

  async function several(start) {
    const measured = []
    while (measured.length < STARTS) {
      await code.settled()
      measured.push(await start())
    }
    return measured
  }

  test('the very first of all', async () => {
    figures.first = await inNewWindow()
    print('the very first start', [figures.first])
    const extensions = path.join(code.profile.run, 'extensions')
    const brought = fs
      .readdirSync(extensions)
      .map((name) => path.join(extensions, name, 'server/lib/edgelint.jsa'))
      .filter((file) => fs.existsSync(file))
    if (brought.length > 0) {
      const memory = code.servers().map((pid) => fs.readFileSync(`/proc/${pid}/maps`, 'utf8'))
      assert.ok(
        memory.every((maps) => maps.includes(brought[0])),
        'The server has its classes from the archive',
      )
    } else {
      // One is made soon after this first start, where the machine is not too busy.
      const storage = path.join(code.profile.data, 'User/globalStorage/edgelint.edgelint')
      const made = () => (fs.existsSync(storage) ? fs.readdirSync(storage) : [])
      await eventually(made, (files) => files.some((file) => file.endsWith('.jsa'))).catch(() => {
        console.log('There is still no class data archive.')
      })
    }
  })

  test('of a new one that shows a file', async () => {
    figures.newWindow = await several(inNewWindow)
    print('a new window that shows a file', figures.newWindow)
  })

  test('of one that is there already when a file is opened', async () => {
    figures.settledWindow = await several(inSettledWindow)
    print('a window that is there already', figures.settledWindow)
  })
})

/** Runs in each window from its beginning: notes when a file is opened, and the findings of each are to be seen. */
function watch() {
  const marks = { edgelint: '.squiggly-error', json: '.squiggly-warning' }
  globalThis.seen = {}
  const look = () => {
    for (const [mark, selector] of Object.entries(marks)) {
      if (globalThis.seen[mark] === undefined && document.querySelector(selector) !== null) {
        globalThis.seen[mark] = Date.now()
      }
    }
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  document.addEventListener('mousedown', () => (globalThis.seen.clicked = Date.now()), { capture: true })
}

function print(what, starts) {
  const { steps, ...totals } = starts[0]
  const lines = Object.keys(totals).map((who) => `${who}: ${middle(starts.map((start) => start[who]))} ms`)
  console.log(`From the activation to the first findings, ${what}: ${lines.join(', ')}`)
  for (const { what: step } of steps) {
    const taken = starts.map((start) => start.steps.find(({ what }) => what === step)).filter(Boolean)
    const [at, host, server] = ['after', 'host', 'server'].map((key) =>
      middle(taken.map((note) => note[key] ?? note.spent[key])),
    )
    console.log(
      `  ${String(at).padStart(5)} ms  ${step} (processor time: extension host ${host}, server ${server})`,
    )
  }
}

function middle(values) {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}
