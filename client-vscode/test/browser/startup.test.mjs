// How long the first findings take from the activation of the extension, in a new window that shows a file.
// VS Code's own JSON support, which is activated at the same moment for the same file, is the measure: machines
// differ, and a busy one lies. Nothing fails for being slow; the figures are in target/browser-tests/startup.json.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { RESULTS } from './install.mjs'
import { packed } from './packed.mjs'
import { manifest } from './plant.mjs'
import { eventually, startWorkbench, testIn } from './workbench.mjs'

const STARTS = 4

// edgelint shows an error in it and VS Code a warning, by a schema of the user: so they can be told apart.
// Its name is none that starts edgelint without it.
const NAME = 'plant.json'
const TEXT = manifest({ deployed: true }).replace('"restartPolicy": "always"', '"restartPolicy": "sometimes"')
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
  const activations = path.join(folder, 'activations')
  before(async () => {
    code = await startWorkbench({
      extensions: [packed],
      files: { [NAME]: TEXT },
      settings: SETTINGS,
      preload: path.join(import.meta.dirname, 'activations.cjs'),
      environment: { EDGELINT_ACTIVATIONS: activations },
    })
    await code.page.addInitScript(watch)
  })
  after(async () => {
    await code?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  /** Milliseconds from the activation of each to its first finding on the screen. */
  async function start() {
    fs.rmSync(activations, { force: true })
    await code.reopen(NAME)
    await code.squiggles('error').first().waitFor()
    await code.squiggles('warning').first().waitFor()
    const seen = await code.page.evaluate(() => globalThis.seen)
    const lines = fs.readFileSync(activations, 'utf8').trim().split('\n')
    return Object.fromEntries(
      lines.map((line) => line.split(' ')).map(([who, time]) => [who, Math.round(seen[who] - time)]),
    )
  }

  function archives() {
    const storage = path.join(code.profile.data, 'User/globalStorage/edgelint.edgelint')
    return fs.existsSync(storage) ? fs.readdirSync(storage) : []
  }

  test('are measured beside those of VS Code itself', async () => {
    const first = await start()
    // The first start of all has no class data archive of edgelint yet, which is made soon after it.
    const archived = await eventually(archives, (files) => files.some((file) => file.endsWith('.jsa'))).then(
      () => true,
      () => false, // The machine is too busy.
    )
    const others = []
    while (others.length < STARTS - 1) {
      // What else a window does when it is new would be in the way of the next.
      await code.page.waitForTimeout(1_500)
      others.push(await start())
    }
    const figures = {
      first,
      archived,
      median: { edgelint: median(others, 'edgelint'), json: median(others, 'json') },
      others,
    }
    assert.ok(figures.median.edgelint > 0 && figures.median.json > 0)
    fs.writeFileSync(path.join(RESULTS, 'startup.json'), JSON.stringify(figures, null, 2))
    console.log(`from activation to the first findings, in ms: ${JSON.stringify(figures)}`)
  })
})

/** Runs in each window from its beginning: notes when the findings of each are to be seen. */
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
}

function median(starts, who) {
  const sorted = starts.map((start) => start[who]).sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}
