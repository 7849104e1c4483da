// What axe finds wrong with a page, or with the inside of a webview.
import fs from 'node:fs'
import path from 'node:path'

const axe = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
)

/** One line for each rule that is broken, with the places; of a Playwright page or frame. */
export async function barriers(frame) {
  await frame.evaluate(axe)
  return frame.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { iframes: false })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    )
  })
}
