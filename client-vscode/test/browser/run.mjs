// npm run test:browser: packs the extension if that was not done since the last change, and tests it in a
// real VS Code. Pictures of what was seen lie in .ci/artifacts/vscode. Arguments choose test files by name;
// --update-pictures takes over those that the README and the walkthrough show.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { install } from './install.mjs'
import { universal } from './packed.mjs'

const client = path.resolve(import.meta.dirname, '../..')
process.chdir(client)
if (!process.env.EDGELINT_VSIX && stale(universal)) {
  run('npm', ['run', '--silent', 'package'])
}
install()
const update = process.argv.includes('--update-pictures')
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const files = fs
  .readdirSync('test/browser')
  .filter((file) => file.endsWith('.test.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .map((file) => path.join('test/browser', file))
// One after the other: each has a browser and an editor of its own.
run(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files])
if (update) {
  const taken = {
    findings: 'findings',
    checklist: 'checklist-real',
    'set-proxy': 'set-proxy-real',
    routes: 'picture-light',
  }
  for (const [picture, source] of Object.entries(taken)) {
    fs.copyFileSync(`../.ci/artifacts/vscode/${source}.png`, `media/${picture}.png`)
  }
}

function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  if (status !== 0) {
    process.exit(status ?? 1)
  }
}

function stale(vsix) {
  const sources = [
    'src',
    'media',
    'syntaxes',
    'languages',
    'snippets',
    'walkthrough',
    'package.json',
    '../schemas',
  ]
  const server = '../server/target/dist/lib/edgelint-server.jar'
  return (
    !fs.existsSync(vsix) || [...sources, server].some((source) => newest(source) > fs.statSync(vsix).mtimeMs)
  )
}

function newest(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) {
    return 0
  }
  const inside = stat.isDirectory() ? fs.readdirSync(file).map((name) => newest(path.join(file, name))) : []
  return Math.max(stat.mtimeMs, ...inside)
}
