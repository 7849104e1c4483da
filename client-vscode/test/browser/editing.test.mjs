// The packed extension with the server inside, on the example of a broken device.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { packNeighbour } from './neighbour.mjs'
import { packed } from './packed.mjs'
import { eventually, startWorkbench, testIn } from './workbench.mjs'

const EXAMPLE = path.resolve('../examples/behind-proxy-broken')
const CONFIG = 'etc/aziot/config.toml'
const UNFINISHED = `{
  "modulesContent": {
    "$edgeAgent": {
      "properties.desired": {
        "schemaVersion": "1.1"
        "modules": {}
      }
    }
  }
}
`

/** VS Code's formatter gives each brace its line, that of edgelint keeps together what is on one. */
const UNTIDY = '{"modulesContent": {\n"$edgeAgent": {"properties.desired":   {}}}}\n'

describe('a device behind a proxy', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let code
  const test = testIn(() => code)
  before(async () => {
    code = await startWorkbench({
      extensions: [packed],
      folder: EXAMPLE,
      settings: { 'workbench.colorTheme': 'Default Dark Modern', 'editor.stickyScroll.enabled': false },
      size: { width: 1100, height: 560 },
    })
  })
  after(() => code?.stop())

  test('has findings and colours as soon as a file is open', async () => {
    await code.open(CONFIG)
    await eventually(
      () => hostname(code).count(),
      (count) => count > 2,
    )
    await code.squiggles('warning').first().waitFor()
    const rows = await code.problems('proxy')
    await rows.first().waitFor()
    await code.goto(25, 1)
    await code.picture('findings')

    assert.match(await rows.first().innerText(), /EDGE\d{3}/)
  })

  test('is explained at the cursor', async () => {
    await code.goto(19, 3)
    await code.command('Show or Focus Hover')
    const hover = code.page.locator('.monaco-hover:visible', { hasText: 'imagePullPolicy' })
    await hover.first().waitFor()
    await code.picture('hover')
    await code.page.keyboard.press('Escape')
    await code.page.keyboard.press('Escape')
  })

  test('is mended by a quick fix, and the file on disk is right', async () => {
    await code.goto(25, 18)
    const menu = await code.quickFixes()
    await code.picture('quick-fix')
    await menu.locator('.monaco-list-row', { hasText: 'http://' }).first().click()
    await code.page.locator('.view-line', { hasText: '"http://proxy.graz.corp:3128"' }).waitFor()
    await code.save()

    const before = fs.readFileSync(path.join(EXAMPLE, CONFIG), 'utf8')
    assert.equal(code.read(CONFIG), before.replace('https://proxy.graz.corp', 'http://proxy.graz.corp'))
  })

  test('gets the values of a key by completion', async () => {
    await code.goto(19, 20)
    await code.page.keyboard.press('Shift+End')
    await code.page.keyboard.press('Shift+ArrowLeft')
    await code.page.keyboard.press('Delete')
    await code.page.keyboard.press('Control+Space')
    const item = code.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'never' })
    await item.waitFor()
    await code.picture('completion')
    await item.click()
    await code.save()

    assert.match(code.read(CONFIG), /^imagePullPolicy = "never"$/m)
  })

  test('colours its routes inside the manifest', async () => {
    await code.open('deployment.json')
    const line = code.page.locator('.view-line', { hasText: 'FROM' }).first()
    await code.command('Go to Symbol in Editor')
    await code.page.keyboard.press('Escape')
    const number =
      code
        .read('deployment.json')
        .split('\n')
        .findIndex((text) => text.includes('"FROM')) + 1
    await code.goto(number, 1)
    await line.waitFor()
    const word = line.locator('span span', { hasText: /^FROM$/ })
    await eventually(
      () => word.count(),
      (count) => count === 1,
    )
  })

  const DROP_IN = 'etc/systemd/system/aziot-edged.service.d/proxy.conf'

  async function change(command, address) {
    await code.command(command)
    if (address !== undefined) {
      await code.page.locator('.quick-input-title', { hasText: 'Set the Proxy for' }).waitFor()
      await code.page.locator('.quick-input-widget input.input').fill(address)
      await code.page.keyboard.press('Enter')
    }
    await code.page.locator('.multiDiffEntry:visible').first().waitFor()
    await code.notification('Write these changes').waitFor()
    await code.picture(address === undefined ? 'remove-proxy' : 'set-proxy-device')
    await code.answer(code.notification('Write these changes'), 'Apply')
    await code.answer(code.notification('changed.'), 'Next Steps')
    await code.webview('code:has-text("sudo systemctl daemon-reload")')
    await code.command('View: Close All Editors')
  }

  test('has a checklist of its proxy', async () => {
    await code.command('View: Close All Editors')
    await code.hidePanel()
    await code.command('edgelint: Show Proxy Checklist')
    await code.treeItem('aziot-identityd').waitFor()
    await code.picture('checklist-device', code.page.locator('.part.sidebar'))
  })

  test('gets one proxy everywhere', async () => {
    await change('edgelint: Set the Proxy for This Device', 'http://proxy.graz.corp:3128')

    assert.match(code.read(CONFIG), /^https_proxy = "http:\/\/proxy\.graz\.corp:3128"$/m)
    assert.match(code.read(DROP_IN), /https_proxy=http:\/\/proxy\.graz\.corp:3128/)
  })

  test('has nothing left to do on its checklist then', async () => {
    await code.treeItem('behind-proxy-broken').filter({ hasText: 'all set' }).waitFor()
    await code.picture('checklist-done')
  })

  test('loses the proxy everywhere, and the drop-ins that held nothing else', async () => {
    await change('edgelint: Remove the Proxy From This Device')

    assert.doesNotMatch(code.read(CONFIG), /https_proxy/)
    assert.equal(fs.existsSync(path.join(code.workspace, DROP_IN)), false)
  })

  test('asks nothing of the network', () => {
    assert.deepEqual([...code.foreign], [])
  })
})

describe('a mistake of syntax', () => {
  let code
  const test = testIn(() => code)
  before(async () => {
    code = await startWorkbench({
      extensions: [packed],
      files: { 'deployment.json': UNFINISHED, 'deployment.untidy.json': UNTIDY },
    })
  })
  after(() => code?.stop())

  test('is listed once, though VS Code sees it, too', async () => {
    await code.open('deployment.json')
    const rows = await code.problems(/comma/i)
    await rows.first().waitFor()
    const errors = rows.filter({ has: code.page.locator('.codicon-error') })
    await eventually(
      () => errors.count(),
      (count) => count === 1,
    )
    // Both have spoken by now.
    await code.page.waitForTimeout(1_500)
    assert.equal(await errors.count(), 1)
  })

  test('still has its fix at hand', async () => {
    await code.goto(5, 31)
    const menu = await code.quickFixes()
    await menu.locator('.monaco-list-row', { hasText: /comma/i }).first().click()
    await code.page.locator('.view-line', { hasText: '"1.1",' }).waitFor()
    await code.save()
  })

  /** What the file is after the command; it is put back as it was. */
  async function formatted() {
    await code.command('Format Document')
    const dirty = code.page.locator('.tab.active.dirty')
    if (
      !(await dirty.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      ))
    ) {
      await code.page.keyboard.press('Escape') // It may say that there is no formatter yet.
      return ''
    }
    await code.save()
    const text = code.read('deployment.untidy.json')
    fs.writeFileSync(path.join(code.workspace, 'deployment.untidy.json'), UNTIDY)
    await code.page.locator('.view-line', { hasText: '{"modulesContent"' }).waitFor()
    return text
  }

  test('leaves the layout to VS Code, which need not ask whose formatter to take', async () => {
    await code.open('deployment.untidy.json')
    await code.goto(1, 1)
    assert.match(await formatted(), /^{\n *"modulesContent": {\n *"\$edgeAgent": {\n/)
  })

  test('is laid out by edgelint where a person chose it', async () => {
    code.change({ 'edgelint.format': true, '[json]': { 'editor.defaultFormatter': 'edgelint.edgelint' } })
    await eventually(formatted, (text) => text.includes('{"properties.desired": {}}'))
  })
})

describe('a workspace that is not trusted', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-untrusted-'))
  const marker = path.join(folder, 'was-run')
  let code
  const test = testIn(() => code)
  before(async () => {
    const program = path.join(folder, 'server.sh')
    fs.writeFileSync(program, `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 })
    code = await startWorkbench({
      extensions: [packed],
      folder: EXAMPLE,
      files: { '.vscode/settings.json': JSON.stringify({ 'edgelint.server.path': program }) },
      trusted: false,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    })
  })
  after(async () => {
    await code?.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test('has its findings, and no program of it is run', async () => {
    await code.open(CONFIG)
    await code.squiggles('warning').first().waitFor()
    await code.picture('untrusted')

    await code.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor()
    assert.equal(fs.existsSync(marker), false)
  })
})

describe('TOML beside another extension for it', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-neighbour-'))
  after(() => fs.rmSync(folder, { recursive: true, force: true }))

  let code
  testIn(() => code)('has the colours that are theirs', async () => {
    code = await startWorkbench({ extensions: [packed, packNeighbour(folder)], folder: EXAMPLE })
    try {
      await code.open(CONFIG)
      await eventually(
        () => hostname(code).count(),
        (count) => count === 1,
      )
    } finally {
      await code.stop()
    }
  })
})

/** The pieces of a line that colours tell apart. */
function hostname(code) {
  return code.page.locator('.view-line', { hasText: 'hostname' }).locator('span span')
}
