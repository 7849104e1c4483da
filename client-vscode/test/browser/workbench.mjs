// A VS Code of our own: a fresh profile, the packed extension, a copy of a folder, a browser window.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { codeServer, install, node, PICTURES, playwright } from './install.mjs'

const chromiumProgram = install()
const { chromium } = await import(playwright)

/** A busy machine is slow; only what goes wrong waits that long. */
const PATIENCE_MS = 60_000

/** Never asked really: a service worker of the workbench answers for it. */
const WEBVIEWS = '.vscode-resource.vscode-cdn.net'

/** The processor time that an idle window takes in a second. */
const IDLE_MS = 100

const SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/**
 * @typedef {object} Options
 * @property {string[]} extensions VSIX files to install
 * @property {string} [folder] a folder, of which a copy is opened
 * @property {Record<string, string>} [files] further files of the copy, by path
 * @property {string} [virtual] the URI of a folder that no disk has, to open instead
 * @property {Record<string, unknown>} [settings] settings of the user
 * @property {Record<string, string | undefined>} [environment] of the extension host
 * @property {string} [preload] a script that the extension host runs before anything else
 * @property {boolean} [trusted] whether the folder is trusted without asking; default true
 * @property {{ width: number, height: number }} [size] of the window
 */

/** Starts everything. @param {Options} options */
export async function startWorkbench(options) {
  const run = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-browser-'))
  const workspace = path.join(run, options.folder === undefined ? 'plant' : path.basename(options.folder))
  fs.mkdirSync(workspace)
  if (options.folder !== undefined) {
    fs.cpSync(options.folder, workspace, { recursive: true })
  }
  for (const [file, text] of Object.entries(options.files ?? {})) {
    write(path.join(workspace, file), text)
  }
  const trust = options.trusted === false ? {} : { 'security.workspace.trust.enabled': false }
  const settings = { ...SETTINGS, ...trust, ...options.settings }
  const data = path.join(run, 'data')
  writeSettings(data, settings)
  fs.mkdirSync(path.join(run, 'tmp'))
  const environment = {
    ...process.env,
    HOME: run,
    TMPDIR: path.join(run, 'tmp'),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...options.environment,
  }
  const folders = ['--user-data-dir', data, '--extensions-dir', path.join(run, 'extensions')]
  const common = [codeServer, ...folders, '--config', path.join(run, 'config.yaml')]
  for (const extension of options.extensions) {
    execFileSync(node, [...common, '--install-extension', extension], { env: environment, stdio: 'pipe' })
  }

  const port = await freePort()
  const log = fs.openSync(path.join(run, 'code-server.log'), 'w')
  const flags = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry']
  const preload = options.preload === undefined ? [] : ['--require', options.preload]
  const more = ['--disable-update-check', '--disable-getting-started-override', '--disable-proxy']
  // A process group of its own: the extension host outlives the server by some seconds.
  const server = spawn(node, [...preload, ...common, ...flags, ...more], {
    env: environment,
    stdio: ['ignore', log, log],
    detached: true,
  })
  await answers(`http://127.0.0.1:${port}/healthz`)

  const address = `http://127.0.0.1:${port}`
  const opened = `${address}/?folder=${encodeURIComponent(options.virtual ?? workspace)}`
  const { browser, page, foreign } = await openWindow(run, options.size, address, opened)

  const stop = async () => {
    await browser.close()
    try {
      process.kill(-server.pid, 'SIGKILL')
    } catch {
      // It has left already.
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    fs.rmSync(run, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  return new Workbench(page, workspace, { run, data, settings }, foreign, stop)
}

/** A window of a browser; of another one where the first dies while it opens, as Chromium may. */
async function openWindow(run, size, origin, address, attempt = 1) {
  const browser = await chromium.launchPersistentContext(path.join(run, `browser-${attempt}`), {
    executablePath: chromiumProgram,
    headless: true,
    viewport: size ?? { width: 1280, height: 800 },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  try {
    await browser.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    const page = browser.pages()[0] ?? (await browser.newPage())
    page.setDefaultTimeout(PATIENCE_MS)
    const foreign = new Set()
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && !host.startsWith('127.0.0.1') && !host.endsWith(WEBVIEWS)) {
        foreign.add(host)
      }
    })
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    await page.locator('.monaco-workbench').waitFor()
    return { browser, page, foreign }
  } catch (error) {
    if (attempt > 1 || !/has been closed|crashed/.test(error.message)) {
      throw error
    }
    return openWindow(run, size, origin, address, attempt + 1)
  }
}

/** What a person does and sees. */
export class Workbench {
  constructor(page, workspace, profile, foreign, stop) {
    this.page = page
    this.workspace = workspace
    this.profile = profile
    /** Hosts beyond this machine that the window asked for anything. */
    this.foreign = foreign
    this.stop = stop
  }

  /** The same folder in a window of its own, which begins with a file and without any extension. */
  async reopen(file) {
    const address = new URL(this.page.url())
    const uri = `vscode-remote://${address.host}${path.join(this.workspace, file)}`
    address.searchParams.set('payload', JSON.stringify([['openFile', uri]]))
    // The extensions of the window before stay for a while, in case it comes back, and do nothing.
    await this.page.goto(address.href, { waitUntil: 'domcontentloaded' })
    await this.page.locator('.monaco-workbench').waitFor()
  }

  /** Waits until the window and its extensions have nothing more to do. */
  async settled() {
    let quiet = 0
    let before = spentByChildren()
    while (quiet < 2) {
      await this.page.waitForTimeout(1_000)
      const now = spentByChildren()
      quiet = now - before <= IDLE_MS ? quiet + 1 : 0
      before = now
    }
  }

  /** Opens a file of the workspace by its path. */
  async open(file) {
    await this.quickOpen(file)
    const name = path.posix.basename(file)
    await this.page.locator('.tab.active', { hasText: name }).waitFor()
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor()
  }

  async quickOpen(text) {
    await this.choose('Control+P', text, path.posix.basename(text))
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.choose('F1', `>${title}`, title)
  }

  /** Types into the list that a key opens, and picks a row; again while the window is not ready for it. */
  async choose(key, text, label) {
    const input = this.page.locator('.quick-input-widget input.input')
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first()
    await eventually(
      async () => {
        await this.page.keyboard.press(key)
        // Something that opens meanwhile may take the focus, and the list closes.
        const typed = await input.fill(text, { timeout: 4_000 }).then(yes, no)
        if (typed && (await row.click({ timeout: 6_000 }).then(yes, no))) {
          return true
        }
        await this.page.keyboard.press('Escape')
        return false
      },
      (chosen) => chosen,
    )
  }

  async goto(line, column) {
    await this.page.keyboard.press('Control+G')
    const input = this.page.locator('.quick-input-widget input.input')
    await input.waitFor()
    await input.fill(`:${line}:${column}`)
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: `${line}` })
      .first()
      .waitFor()
    await this.page.keyboard.press('Enter')
    await input.waitFor({ state: 'hidden' })
  }

  /** Changes settings of the user, as from another window. */
  change(settings) {
    writeSettings(this.profile.data, { ...this.profile.settings, ...settings })
  }

  /** The process ids of the edgelint servers of this window. */
  servers() {
    const ours = (pid) => {
      try {
        const [, ...words] = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return words.includes('serve') && words.some((word) => word.startsWith(this.profile.run))
      } catch {
        return false // It has left.
      }
    }
    return fs
      .readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter(ours)
      .map(Number)
  }

  /** Waits until an item of the status bar says it. */
  async status(text) {
    await this.page.locator('.statusbar-item', { hasText: text }).first().waitFor()
  }

  squiggles(severity) {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`)
  }

  /** The rows of the Problems panel that hold the text. */
  async problems(text) {
    if (!(await this.page.locator('.markers-panel-container').isVisible())) {
      await this.page.keyboard.press('Control+Shift+M')
    }
    return this.page.locator('.markers-panel-container .monaco-list-row', { hasText: text })
  }

  async hidePanel() {
    const panel = this.page.locator('.part.panel')
    if (await panel.isVisible()) {
      await this.page.keyboard.press('Control+J')
      await panel.waitFor({ state: 'hidden' })
    }
  }

  /** The menu of quick fixes at the cursor. */
  async quickFixes() {
    const menu = this.page.locator('.context-view .action-widget:not(.action-list-submenu-panel)')
    const first = menu.locator('.monaco-list-row').first()
    for (let attempt = 0; attempt < 10; attempt++) {
      // Pressed before the light bulb of the line is there, the menu opens and closes at once.
      await this.page.waitForTimeout(500)
      await this.page.keyboard.press('Control+.')
      if (await first.waitFor({ timeout: 2_000 }).then(yes, no)) {
        return menu
      }
      await this.page.keyboard.press('Escape')
    }
    throw new Error('No quick fixes appeared.')
  }

  notification(text) {
    return this.page.locator('.notification-toast', { hasText: text })
  }

  /** By the keyboard: a message may still be on its way to its place when a pointer comes. */
  async answer(notification, button) {
    await notification.locator('.monaco-button', { hasText: button }).press('Enter')
  }

  treeItem(text) {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: text })
  }

  /** The inside of a webview whose document holds the selector. */
  async webview(selector) {
    const end = Date.now() + PATIENCE_MS
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        ) {
          return frame
        }
      }
      await this.page.waitForTimeout(100)
    }
    throw new Error(`No webview shows ${selector}.`)
  }

  async save() {
    await this.page.keyboard.press('Control+S')
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' })
  }

  read(file) {
    return fs.readFileSync(path.join(this.workspace, file), 'utf8')
  }

  /** Keeps a picture for people to look at: of the window, or of a part of it. */
  async picture(name, part = this.page) {
    fs.mkdirSync(PICTURES, { recursive: true })
    for (const frame of this.page.frames()) {
      await frame.evaluate(settled).catch(() => undefined) // It may have gone meanwhile.
    }
    await part.screenshot({ path: path.join(PICTURES, `${name}.png`) })
  }
}

/** A test that leaves a picture of the window behind when it fails. */
export function testIn(workbench) {
  return (name, run) =>
    test(name, async () => {
      try {
        await run()
      } catch (error) {
        await workbench()?.picture(`failed, ${name}`)
        throw error
      }
    })
}

/** What is asked for, once it fulfils the condition. */
export async function eventually(what, condition, timeout = PATIENCE_MS) {
  const end = Date.now() + timeout
  for (;;) {
    const value = await what()
    if (condition(value)) {
      return value
    }
    if (Date.now() > end) {
      throw new Error(`Still ${JSON.stringify(value)} after ${timeout} ms`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Runs in a page: waits until nothing is faded in or moved any more, but for what never ends. */
async function settled() {
  const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < 5_000)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

const yes = () => true
const no = () => false

/** The processor time in milliseconds that all that was started here and still runs has had. */
function spentByChildren() {
  const processes = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statusOf)
    .filter((process) => process !== undefined)
  let generation = [process.pid]
  let spent = 0
  while (generation.length > 0) {
    const children = processes.filter(({ parent }) => generation.includes(parent))
    spent += children.reduce((sum, child) => sum + child.spent, 0)
    generation = children.map(({ pid }) => pid)
  }
  return spent
}

function statusOf(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return {
      pid: Number(pid),
      parent: Number(fields[1]),
      spent: (Number(fields[11]) + Number(fields[12])) * 10,
    }
  } catch {
    return undefined // It has left.
  }
}

/** The window counts as remote, so settings that belong to a machine are read from a file of their own. */
function writeSettings(data, settings) {
  for (const place of ['User', 'Machine']) {
    write(path.join(data, place, 'settings.json'), JSON.stringify(settings))
  }
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function answers(url) {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      if ((await fetch(url)).ok) {
        return
      }
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer`)
}
