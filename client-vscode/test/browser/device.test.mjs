// The packed extension with the server inside: what it says about a device as a whole, and how it lives.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { packFileSystem } from './virtual.mjs'
import { packed } from './packed.mjs'
import { CONFIG, manifest } from './plant.mjs'
import { eventually, startWorkbench, testIn } from './workbench.mjs'

const FILES = { 'deployment.json': manifest({ deployed: false }), 'etc/aziot/config.toml': CONFIG }
const DARK = { 'workbench.colorTheme': 'Default Dark Modern', 'editor.stickyScroll.enabled': false }

function lineOf(text) {
  return FILES['deployment.json'].split('\n').findIndex((line) => line.includes(text)) + 1
}

describe('a device whose modules talk to each other', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let code
  const test = testIn(() => code)
  before(async () => {
    code = await startWorkbench({
      extensions: [packed],
      files: FILES,
      settings: DARK,
      size: { width: 1280, height: 720 },
    })
    await code.open('deployment.json')
    await code.squiggles('warning').first().waitFor()
  })
  after(() => code?.stop())

  test('shows its routes as a picture, and a click leads to the code', async () => {
    await code.command('View: Toggle Primary Side Bar Visibility')
    await eventually(
      () => code.page.locator('.editor-actions a[aria-label^="Show Message Routes"]').count(),
      (count) => count === 1,
    )
    await code.command('edgelint: Show Message Routes')
    const picture = await code.webview('svg .node')
    await picture.locator('.node', { hasText: 'learning' }).waitFor()
    await code.picture('routes-device')

    await picture.locator('.node', { hasText: 'learning' }).click()
    await code.status(`Ln ${lineOf('"learning": {')},`)
    await picture.locator('tbody button', { hasText: 'results' }).click()
    await code.status(`Ln ${lineOf('"results":')},`)
    const problem = picture.locator('tr.problem')
    assert.match(await problem.innerText(), /archive/)
  })

  test('draws its routes anew when they change', async () => {
    const picture = await code.webview('svg .node')
    await code.goto(
      lineOf('"toArchive":'),
      FILES['deployment.json'].split('\n')[lineOf('"toArchive":') - 1].indexOf('archive') + 1,
    )
    for (let letter = 0; letter < 'archive'.length; letter++) {
      await code.page.keyboard.press('Delete')
    }
    await code.page.keyboard.type('filter')
    await picture.locator('tr.problem').waitFor({ state: 'detached' })
    await code.command('File: Revert File')
    await code.command('View: Close Other Editors in Group')
  })

  test('is compared with the manifest that is deployed', async () => {
    await code.command('View: Close All Editors')
    await code.open('deployment.json')
    await code.page.evaluate((text) => navigator.clipboard.writeText(text), manifest({ deployed: true }))
    await eventually(
      () => code.page.locator('.editor-actions a[aria-label^="Show Message Routes"]').count(),
      (count) => count === 1,
    )
    await code.command('edgelint: Compare With Deployed Manifest')
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'clipboard' }).click()
    await code.webview('body:has-text("edgeAgent loses its proxy")')
    await code.notification('would break something').waitFor()
    await code.picture('comparison')
    await code.command('Notifications: Clear All Notifications')
  })

  test('offers its proxy among the source actions of its files', async () => {
    await code.command('View: Close All Editors')
    await code.open('etc/aziot/config.toml')
    await code.goto(1, 1)
    await code.command('Source Action...')
    const menu = code.page.locator('.context-view .action-widget:not(.action-list-submenu-panel)')
    await menu.locator('.monaco-list-row', { hasText: 'Set the proxy for this device' }).first().waitFor()
    await code.picture('source-actions')
    await menu.locator('.monaco-list-row', { hasText: 'Show the proxy checklist' }).first().click()
    await code.treeItem('aziot-identityd').waitFor()
    await code.command('View: Toggle Primary Side Bar Visibility')
  })

  test('counts the routes of a module above it', async () => {
    await code.command('View: Close All Editors')
    await code.open('deployment.json')
    await code.goto(lineOf('"learning": {'), 16)
    await code.page.locator('.codelens-decoration', { hasText: '1 route in, 3 out' }).waitFor()
  })

  test('shows which modules send to a module', async () => {
    await code.command('Show Call Hierarchy')
    await code.treeItem('filter').first().waitFor()
    await code.picture('call-hierarchy')
    await code.command('View: Toggle Primary Side Bar Visibility')
  })

  test('has its modules renamed wherever they are named', async () => {
    await code.command('View: Close All Editors')
    await code.open('deployment.json')
    await code.goto(lineOf('"learning": {'), 16)
    await code.page.keyboard.press('F2')
    const input = code.page.locator('.rename-box input')
    await input.waitFor()
    await input.fill('oracle')
    await code.picture('rename')
    await code.page.keyboard.press('Enter')
    await code.page.locator('.view-line', { hasText: '"oracle": {' }).waitFor()
    await code.save()

    const renamed = FILES['deployment.json']
      .replace('"learning": {', '"oracle": {')
      .replaceAll('/modules/learning/', '/modules/oracle/')
    assert.equal(code.read('deployment.json'), renamed)
    fs.writeFileSync(path.join(code.workspace, 'deployment.json'), FILES['deployment.json'])
    await code.page.locator('.view-line', { hasText: '"learning": {' }).waitFor()
  })

  test('has an allow-list for the firewall', async () => {
    await code.command('View: Close All Editors')
    await code.command('edgelint: Generate Firewall Allow-List')
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Text' }).first().click()
    await code.page.locator('.view-line', { hasText: 'plantgraz.azurecr.io' }).first().waitFor()
    await code.page.locator('.view-line', { hasText: 'global.azure-devices-provisioning.net' }).waitFor()
    await code.picture('allowlist')
    await code.command('View: Revert and Close Editor')
  })

  test('is told its kind, its device and its version by the status bar', async () => {
    await code.open('deployment.json')
    await code.page.locator('[id="status.languageStatus"]').hover()
    await code.page
      .locator('.hover-language-status', { hasText: 'Deployment manifest' })
      .filter({ hasText: 'device plant' })
      .waitFor()
    await code.picture('status')
    await code.page.keyboard.press('Escape')
  })

  test('follows a change of the settings with the same server', async () => {
    const [server] = code.servers()
    const row = await code.problems('There is no module `archive`')
    await row.first().waitFor()
    code.change({ 'edgelint.rules': { EDGE510: 'off' } })
    await row.first().waitFor({ state: 'detached' })
    code.change({})
    await row.first().waitFor()

    assert.deepEqual(code.servers(), [server])
  })

  test('is told of a folder that comes, and forgets one that goes', async () => {
    const elsewhere = `${code.workspace}-elsewhere`
    const here = path.join(code.workspace, 'spare')
    fs.mkdirSync(elsewhere)
    fs.writeFileSync(path.join(elsewhere, 'deployment.json'), FILES['deployment.json'])
    const row = await code.problems(/^deployment\.json\s*spare/)

    fs.renameSync(elsewhere, here)
    await row.first().waitFor()
    fs.rmSync(here, { recursive: true })
    await row.first().waitFor({ state: 'detached' })
  })

  test('has its findings again after its server was killed', async () => {
    const [server] = code.servers()
    process.kill(server, 'SIGKILL')
    const [next] = await eventually(
      () => code.servers(),
      (servers) => servers.length === 1 && servers[0] !== server,
    )
    assert.ok(next > 0)
    await code.command('edgelint: Show Proxy Checklist')
    await code.treeItem('aziot-identityd').waitFor()
    await code.command('View: Toggle Primary Side Bar Visibility')
    await code.open('etc/aziot/config.toml')
    await code.goto(1, 1)
    await code.page.keyboard.type('hostnam = "a"\n')
    const row = await code.problems('hostnam')
    await row.first().waitFor()
    await code.command('File: Revert File')
    await row.first().waitFor({ state: 'detached' })
  })

  test('is told when its server does not stay, and a button starts it again', async () => {
    const message = code.notification('The edgelint server stopped several times')
    await eventually(
      async () => {
        for (const server of code.servers()) {
          process.kill(server, 'SIGKILL')
        }
        return message.isVisible()
      },
      (visible) => visible,
    )
    assert.match(await message.innerText(), /it was ended by SIGKILL/)
    await code.picture('server-killed')
    await code.answer(message, 'Restart')
    const row = await code.problems('There is no module `archive`')
    await eventually(
      () => code.servers().length,
      (count) => count === 1,
    )
    await row.first().waitFor()
  })

  test('asks nothing of the network', () => {
    assert.deepEqual([...code.foreign], [])
  })
})

describe('a folder that no disk has', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-virtual-'))
  let code
  const test = testIn(() => code)
  before(async () => {
    const files = Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`/plant/${name}`, text]))
    code = await startWorkbench({
      extensions: [packed, packFileSystem(folder, files)],
      virtual: 'memory:/plant',
      settings: DARK,
    })
  })
  after(async () => {
    await code?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test('has the findings and fixes of the documents that are open', async () => {
    await code.treeItem('deployment.json').dblclick()
    await code.squiggles('warning').first().waitFor()
    const row = await code.problems('There is no module `archive`')
    await row.first().waitFor()
    await code.picture('virtual')
  })
})

describe('a workspace with thousands of files', () => {
  const files = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`line-${index}/deployment.json`, FILES['deployment.json']]),
  )
  for (let device = 0; device < 30; device++) {
    files[`line-${device}/etc/aziot/config.toml`] = CONFIG
  }
  let code
  const test = testIn(() => code)
  before(async () => {
    code = await startWorkbench({ extensions: [packed], files: { ...files, 'notes.json': '{}\n' } })
  })
  after(() => code?.stop())

  test('is checked in the end', async () => {
    const row = await code.problems(/There is no module `archive`/)
    await row.first().waitFor()
  })

  test('has a checklist that shows the devices first', async () => {
    await code.hidePanel()
    await code.command('edgelint: Show Proxy Checklist')
    await code.treeItem('line-1').first().waitFor()
    await code.picture('many-devices')

    assert.equal(await code.treeItem('aziot-identityd').count(), 0)
  })

  test('takes the device of the open file for the likely one', async () => {
    await code.open('line-29/deployment.json')
    await code.status('JSON')
    await code.command('edgelint: Set the Proxy for This Device')
    const first = code.page.locator('.quick-input-list .monaco-list-row').first()
    await code.page.locator('.quick-input-title', { hasText: 'Set the Proxy' }).waitFor()

    assert.match(await first.innerText(), /line-29\/etc/)
    await code.page.keyboard.press('Escape')
  })
})
