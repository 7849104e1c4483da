// Bundles the unit tests into out/test and runs them with Node's own runner.
import * as esbuild from 'esbuild'
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const sources = readdirSync('test/unit', { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.join('test/unit', file))

rmSync('out/test', { recursive: true, force: true })
await esbuild.build({
  entryPoints: sources,
  outdir: 'out/test',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
})
const tests = readdirSync('out/test').map((file) => path.join('out/test', file))
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...process.argv.slice(2), ...tests],
  {
    stdio: 'inherit',
  },
)
process.exit(run.status ?? 1)
