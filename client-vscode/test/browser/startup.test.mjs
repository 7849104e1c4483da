// How long the first findings take after a new window shows a file, before which no extension ran.
// VS Code's own JSON support, which starts at the same moment with the same file, is the measure: machines
// differ, and a busy one lies. Nothing fails for being slow; the figures are in target/browser-tests/startup.json.
import fs from 'node:fs'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { RESULTS } from './install.mjs'
import { packed } from './packed.mjs'
import { manifest } from './plant.mjs'
import { startWorkbench, testIn } from './workbench.mjs'

/** The first start of all has no class data archive of edgelint yet; it is made five seconds later. */
const STARTS = 6
const ARCHIVE_TAKES_MS = 20_000

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
  before(async () => {
    code = await startWorkbench({ extensions: [packed], files: { [NAME]: TEXT }, settings: SETTINGS })
    await code.page.addInitScript(watch, NAME)
  })
  after(() => code?.stop())

  /** Milliseconds from the shown file to the first finding of each. */
  async function start() {
    await code.reopen(NAME)
    await code.squiggles('error').first().waitFor()
    await code.squiggles('warning').first().waitFor()
    const { opened, edgelint, json } = await code.page.evaluate(() => globalThis.seen)
    return { edgelint: Math.round(edgelint - opened), json: Math.round(json - opened) }
  }

  test('are measured beside those of VS Code itself', async () => {
    const [first, ...others] = [await start()]
    await code.page.waitForTimeout(ARCHIVE_TAKES_MS)
    while (others.length < STARTS - 1) {
      others.push(await start())
    }
    const figures = {
      first,
      median: { edgelint: median(others, 'edgelint'), json: median(others, 'json') },
      others,
    }
    fs.writeFileSync(path.join(RESULTS, 'startup.json'), JSON.stringify(figures, null, 2))
    console.log(`first findings after a file is shown, in ms: ${JSON.stringify(figures)}`)
  })
})

/** Runs in each window from its beginning: notes when the file, and the findings of each, are to be seen. */
function watch(name) {
  const marks = {
    opened: `.tab.active[data-resource-name="${name}"]`,
    edgelint: '.squiggly-error',
    json: '.squiggly-warning',
  }
  globalThis.seen = {}
  const look = () => {
    for (const [mark, selector] of Object.entries(marks)) {
      if (globalThis.seen[mark] === undefined && document.querySelector(selector) !== null) {
        globalThis.seen[mark] = performance.now()
      }
    }
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
}

function median(starts, who) {
  const sorted = starts.map((start) => start[who]).sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}
