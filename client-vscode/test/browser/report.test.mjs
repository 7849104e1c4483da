// The HTML report of `edgelint check`, as a browser shows it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { barriers } from './accessibility.mjs'
import { install, PICTURES, playwright } from './install.mjs'

const executablePath = install()
const { chromium } = await import(playwright)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-report-'))
let browser

before(async () => {
  fs.mkdirSync(PICTURES, { recursive: true })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

after(async () => {
  await browser?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1100, 380]) {
    test(`a device behind a proxy, ${colorScheme}, ${width} pixels wide`, async () => {
      const page = await open(report('examples/behind-proxy-broken'), { colorScheme, width })

      assert.match(await page.locator('h2').innerText(), /^Device /)
      const files = await page.locator('h3.file').allInnerTexts()
      assert.deepEqual(files.map((file) => path.posix.basename(file)).sort(), [
        'config.toml',
        'daemon.json',
        'deployment.json',
        'proxy.conf',
      ])
      const misplaced = page.locator('article', { hasText: 'EDGE227' })
      assert.match(await misplaced.innerText(), /Fix: Move into env of edgeHub \(--fix\)/)
      assert.equal(await misplaced.locator('mark').innerText(), '"https_proxy"')
      const rows = page.locator('.checklist tr')
      assert.ok(await rows.filter({ hasText: 'aziot-identityd' }).locator('a').isVisible())
      assert.ok((await page.locator('svg.flow .upstream').boundingBox()).width > 50)
      await fits(page)
      assert.deepEqual(await barriers(page), [])
      await page.screenshot({
        path: path.join(PICTURES, `report-${colorScheme}-${width}.png`),
        fullPage: true,
      })
    })
  }
}

test('several devices have a table of contents, and one without findings shows its proxy', async () => {
  const page = await open(report('examples'), { colorScheme: 'light', width: 1100 })

  const links = page.locator('nav a')
  assert.ok((await links.count()) >= 2)
  for (const link of await links.all()) {
    assert.equal(await page.locator(await link.getAttribute('href')).count(), 1)
  }
  const clean = page.locator('section').filter({ hasNot: page.locator('article') })
  assert.ok(await clean.locator('.checklist').first().isVisible())
  await page.screenshot({ path: path.join(PICTURES, 'report-devices.png'), fullPage: true })
})

test('names and values cannot become markup', async () => {
  const hostile = path.join(folder, '<img src=x onerror=alert(1)>')
  fs.mkdirSync(hostile)
  const manifest = fs.readFileSync('../examples/behind-proxy-broken/deployment.json', 'utf8')
  const name = '<script>alert(1)</script>'
  fs.writeFileSync(
    path.join(hostile, 'deployment.json'),
    manifest
      .replace('"https_proxy": {', `"${name}": {`)
      .replace('"routes": {', `"routes": { "${name}": "FROM /* INTO $x",`),
  )
  const page = await open(report(hostile), { colorScheme: 'light', width: 1100 })

  assert.equal(await page.locator('script, img, body svg script').count(), 0)
  assert.ok(await page.getByText(name).first().isVisible())
})

function report(target) {
  const file = path.join(folder, 'report.html')
  try {
    const check = ['check', '--quiet', '--output', `html=${file}`, target]
    const stdio = ['ignore', 'ignore', 'inherit']
    execFileSync('server/target/dist/bin/edgelint', check, { cwd: '..', stdio })
  } catch (error) {
    assert.equal(error.status, 1)
  }
  return file
}

/** Opens the page; whatever it asks for or complains about is a failure. */
async function open(file, { colorScheme, width }) {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
  page.on('console', (message) => assert.fail(message.text()))
  page.on('dialog', (dialog) => assert.fail(dialog.message()))
  const address = pathToFileURL(file).href
  page.on('request', (request) => assert.equal(request.url(), address))
  await page.goto(address)
  return page
}

/** Nothing but a picture may be wider than the page. */
async function fits(page) {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.equal(wide, 0)
}
