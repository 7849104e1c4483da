// npm run test:browser: packs the extension if that was not done since the last change, and tests it in a
// real VS Code. Report and pictures lie in target/browser-tests. Arguments choose test files by name;
// --update-pictures takes over those that the README and the walkthrough show.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { install, PICTURES, RESULTS } from './install.mjs'
import { universal } from './packed.mjs'

/** The pictures of README and walkthrough, and the tests' pictures that they are. */
const SHOWN = {
  findings: 'findings',
  checklist: 'checklist-device',
  'set-proxy': 'set-proxy-device',
  routes: 'routes-device',
}

const client = path.resolve(import.meta.dirname, '../..')
const report = path.join(RESULTS, 'TEST-browser.xml')
process.chdir(client)
fs.rmSync(RESULTS, { recursive: true, force: true })
fs.mkdirSync(PICTURES, { recursive: true })
try {
  install()
} catch (error) {
  skip(error.message)
}
if (!process.env.EDGELINT_VSIX && stale(universal)) {
  run('npm', ['run', '--silent', 'package'])
}
const update = process.argv.includes('--update-pictures')
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const files = fs
  .readdirSync('test/browser')
  .filter((file) => file.endsWith('.test.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .map((file) => path.join('test/browser', file))
// One after the other: each has a browser and an editor of its own.
const reporters = [
  ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
  ...['--test-reporter=junit', `--test-reporter-destination=${report}`],
]
run(process.execPath, ['--test', '--test-concurrency=1', ...reporters, ...files])
if (update) {
  for (const [picture, source] of Object.entries(SHOWN)) {
    fs.copyFileSync(path.join(PICTURES, `${source}.png`), `media/${picture}.png`)
  }
}

function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  if (status !== 0) {
    process.exit(status ?? 1)
  }
}

/** Nothing could be tested here, which the report says, too. */
function skip(reason) {
  console.error(`npm run test:browser: skipped. ${reason}`)
  const message = reason.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  fs.writeFileSync(
    report,
    `<testsuite name="browser tests" tests="1" failures="0" errors="0" skipped="1">
<testcase name="the packed extension in VS Code"><skipped message="${message}"/></testcase>
</testsuite>
`,
  )
  process.exit(0)
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
    'packaging/package.mjs',
    'packaging/contents',
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
