// The views and commands, with a server that says what each of them has to cope with.
import assert from 'node:assert/strict'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import { barriers } from './accessibility.mjs'
import { packed } from './packed.mjs'
import { eventually, startWorkbench, testIn } from './workbench.mjs'

const FILES = {
  'deployment.json': '{\n  "wrong": "FROM /messages/* INTO $upstream"\n}\n',
  'notes.json': '{}\n',
  'slow.json': '{}\n',
  'etc/aziot/config.toml': 'hostname = "plant"\n',
}
const SETTINGS = {
  'edgelint.server.path': path.resolve('test/browser/scripted-server.mjs'),
  'workbench.colorTheme': 'Default Dark Modern',
}

/** Pictures of it are shown in the README. */
const SMALL = { width: 1100, height: 640 }

/** How the workbench names a theme in its classes. */
const THEMES = {
  'Default Dark Modern': 'dark_modern',
  'Default Light Modern': 'light_modern',
  'Default High Contrast': 'hc_black',
}

describe('views and commands', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let code
  const test = testIn(() => code)
  before(async () => {
    code = await startWorkbench({ extensions: [packed], files: FILES, settings: SETTINGS, size: SMALL })
    await code.open('deployment.json')
    await code.squiggles('error').first().waitFor()
  })
  after(() => code?.stop())

  test('a finding is listed with its code', async () => {
    const rows = await code.problems('This is wrong.')
    await rows.first().waitFor()

    assert.match(await rows.first().innerText(), /edgelint\s*EDGE253/)
  })

  test('the code of a finding leads to its page', async () => {
    const rows = await code.problems('This is wrong.')
    await rows.first().locator('a', { hasText: 'EDGE253' }).click()
    const page = await code.webview('h1:has-text("EDGE253 it-is-wrong")')
    await code.picture('explain')

    await page.locator('a', { hasText: 'EDGE254' }).click()
    await code.webview('h1:has-text("EDGE254 it-is-wrong")')
    await code.command('View: Close Other Editors in Group')
  })

  test('the quick fixes end with an explanation', async () => {
    await code.command('View: Close All Editors')
    await code.open('deployment.json')
    await code.goto(2, 5)
    const menu = await code.quickFixes()

    assert.match((await menu.innerText()).replaceAll(/\s+/g, ' '), /Put it right.*Explain EDGE253/)
    await code.page.keyboard.press('Escape')
  })

  test('the language status says what the document is', async () => {
    await code.page.locator('[id="status.languageStatus"]').hover()
    await code.page
      .locator('.hover-language-status', { hasText: 'Deployment manifest' })
      .filter({ hasText: 'device plant · IoT Edge 1.5 · behind a proxy' })
      .waitFor()
  })

  test('the language status says why another document has no findings', async () => {
    await code.open('notes.json')
    await code.page.locator('[id="status.languageStatus"]').hover()
    await code.page.locator('.hover-language-status', { hasText: 'It has no key of a deployment.' }).waitFor()
    await code.page.keyboard.press('Escape')
  })

  test('work that takes long stands in the status bar as long as it takes', async () => {
    await code.open('slow.json')
    await code.status('edgelint reads the workspace')
    await code.picture('progress')

    await code.page
      .locator('.statusbar-item', { hasText: 'edgelint reads the workspace' })
      .waitFor({ state: 'detached' })
  })

  test('the checklist shows every place with its state', async () => {
    await code.hidePanel()
    await code.command('edgelint: Show Proxy Checklist')
    await code.treeItem('aziot-identityd').waitFor()
    await code.picture('checklist', code.page.locator('.part.sidebar'))

    const label = await code.treeItem('aziot-identityd').getAttribute('aria-label')
    assert.match(label, /aziot-identityd, https_proxy, missing\. The device is not provisioned\./)
    assert.match(await code.treeItem('plant').first().innerText(), /4 to do/)
  })

  test('a place of the checklist leads to the file', async () => {
    await code.command('View: Close All Editors')
    await code.treeItem('edgeAgent').click()
    await code.page.locator('.tab.active', { hasText: 'deployment.json' }).waitFor()
    await code.page.locator('.monaco-editor .cslr.selected-text').first().waitFor()
  })

  test('a place of the checklist can be mended from there', async () => {
    await code.treeItem('edgeAgent').hover()
    await code.treeItem('edgeAgent').locator('a[aria-label^="Fix"]').click()
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Put it right' }).click()
    await code.page.locator('.view-line', { hasText: '"right"' }).waitFor()
    await code.command('View: Revert and Close Editor')
  })

  test('the proxy that a device has already is suggested, and a wrong one refused while it is typed', async () => {
    await code.command('edgelint: Set the Proxy for This Device')
    const input = code.page.locator('.quick-input-widget input.input')
    await code.page.locator('.quick-input-title', { hasText: 'Set the Proxy for plant' }).waitFor()
    assert.equal(await input.inputValue(), 'http://proxy.example.com:3128')
    await input.fill('proxy.example.com')
    await code.page.locator('.quick-input-message', { hasText: 'A proxy has a scheme and a port' }).waitFor()
    await code.page.keyboard.press('Escape')
  })

  async function previewOf(address) {
    await code.command('edgelint: Set the Proxy for This Device')
    await code.page.locator('.quick-input-title', { hasText: 'Set the Proxy for plant' }).waitFor()
    await code.page.locator('.quick-input-widget input.input').fill(address)
    await code.page.keyboard.press('Enter')
    await code.page.locator('.tab.active', { hasText: 'Set the Proxy: plant (2 files)' }).waitFor()
    await code.page.locator('.multiDiffEntry', { hasText: 'config.toml' }).waitFor()
  }

  test('discarded changes leave every file as it was', async () => {
    await previewOf('http://proxy.example.com:3128')
    await code.answer(code.notification('Write these changes'), 'Discard')
    await code.page.locator('.tab', { hasText: 'Set the Proxy' }).waitFor({ state: 'detached' })

    assert.equal(code.read('etc/aziot/config.toml'), FILES['etc/aziot/config.toml'])
  })

  test('the proxy is written after a look at the changes', async () => {
    await previewOf('http://proxy.example.com:3128')
    await code.picture('set-proxy')
    await code.page.locator('.editor-actions a[aria-label^="Apply These Changes"]').click()
    const message = code.notification('2 files of plant changed')
    await message.waitFor()

    assert.equal(
      code.read('etc/aziot/config.toml'),
      'hostname = "plant"\n\n[agent.env]\nhttps_proxy = "http://proxy.example.com:3128"\n',
    )
    assert.equal(
      code.read('etc/systemd/system/aziot-edged.service.d/proxy.conf'),
      '[Service]\nEnvironment="https_proxy=http://proxy.example.com:3128"\n',
    )
    await code.answer(message, 'Next Steps')
    await code.webview('code:has-text("sudo systemctl daemon-reload")')
    await code.picture('next-steps')
  })

  test('an allow-list opens as a new text in the chosen form', async () => {
    await code.command('edgelint: Generate Firewall Allow-List')
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Squid' }).click()
    await code.page.locator('.view-line', { hasText: 'squid for plant' }).waitFor()
    await code.command('View: Revert and Close Editor')
  })

  test('a manifest is compared with the one in the clipboard, and danger is said', async () => {
    await code.command('View: Close All Editors')
    await code.open('deployment.json')
    await eventually(
      () => code.page.locator('.editor-actions a[aria-label^="Show Message Routes"]').count(),
      (count) => count === 1,
    )
    await code.command('edgelint: Compare With Deployed Manifest')
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'clipboard' }).click()
    await code.webview('h1:has-text("Compared with clipboard")')
    await code.notification('would break something').waitFor()
  })
})

describe('message routes', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let code
  let picture
  const test = testIn(() => code)
  before(async () => {
    code = await startWorkbench({ extensions: [packed], files: FILES, settings: SETTINGS })
  })
  after(() => code?.stop())

  async function show() {
    await code.command('View: Close All Editors')
    await code.open('deployment.json')
    await code.squiggles('error').first().waitFor()
    await eventually(
      () => code.page.locator('.editor-actions a[aria-label^="Show Message Routes"]').count(),
      (count) => count === 1,
    )
    await code.command('edgelint: Show Message Routes')
    picture = await code.webview('svg .node')
  }

  for (const [name, theme, size] of [
    ['narrow', 'Default Dark Modern', { width: 720, height: 800 }],
    ['light', 'Default Light Modern', SMALL],
    ['high-contrast', 'Default High Contrast', { width: 1280, height: 800 }],
    ['dark', 'Default Dark Modern', { width: 1600, height: 900 }],
  ]) {
    test(`fit into the window and are for everybody, ${name}`, async () => {
      code.change({ 'workbench.colorTheme': theme })
      await code.page.locator(`.monaco-workbench[class*="${THEMES[theme]}"]`).waitFor()
      await code.page.setViewportSize(size)
      if (name === 'narrow') {
        await code.command('View: Toggle Primary Side Bar Visibility')
      }
      await show()
      await code.picture(`routes-${name}`)
      await code.picture(`picture-${name}`, code.page.locator('.editor-group-container').last())

      const frame = await picture.locator('.stage').boundingBox()
      const boxes = await Promise.all(
        (await picture.locator('.node rect').all()).map((box) => box.boundingBox()),
      )
      assert.equal(boxes.length, 7)
      for (const [index, box] of boxes.entries()) {
        assert.ok(box.x >= frame.x && box.x + box.width <= frame.x + frame.width + 1)
        assert.ok(boxes.slice(index + 1).every((other) => apart(box, other)))
      }
      assert.ok(
        await picture
          .locator('.words')
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth),
      )
      assert.deepEqual(await barriers(picture), [])
    })
  }

  test('lead to the code by a click', async () => {
    await picture.locator('.node', { hasText: 'filter' }).click()
    await code.page.locator('.monaco-editor.focused .cslr.selected-text').first().waitFor()
  })

  test('lead to the code by the keyboard alone', async () => {
    await code.page.keyboard.press('ArrowLeft')
    await picture.locator('[tabindex="0"].node').first().focus()
    await code.page.keyboard.press('End')
    await code.page.keyboard.press('Home')
    await code.page.keyboard.press('ArrowRight')
    const label = await picture.evaluate(() => document.activeElement.getAttribute('aria-label'))
    await code.picture('routes-focus')
    await code.page.keyboard.press('Enter')

    assert.equal(label, 'Route sensorToFilter. from sensor to filter')
    await code.page.locator('.monaco-editor.focused .cslr.selected-text').first().waitFor()
  })

  test('read as a table, with the problem of a route', async () => {
    const rows = await picture.locator('tbody tr').allInnerTexts()

    assert.ok(
      rows.some((row) => row.replaceAll(/\s+/g, ' ').includes('alerts filter $upstream temperature > 25')),
    )
    assert.ok(rows.includes('The module ghost does not exist.'))
  })

  test('ask nothing of the network', () => {
    assert.deepEqual([...code.foreign], [])
  })
})

function apart(one, other) {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  )
}
