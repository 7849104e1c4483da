// Bundles the extension into dist/. With --watch it stays and builds again after every change.
import * as esbuild from 'esbuild'
import fs from 'node:fs'

// The schemas belong to the project; the extension carries a copy.
fs.rmSync('schemas', { recursive: true, force: true })
fs.cpSync('../schemas', 'schemas', { recursive: true, filter: (file) => !file.endsWith('.md') })

const options = {
  bundle: true,
  outdir: 'dist',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
}

const builds = [
  {
    ...options,
    entryPoints: { extension: 'src/extension.ts', main: 'src/main.ts' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The extension loads the rest of itself when the server starts already.
    external: ['vscode', './main'],
    supported: { 'dynamic-import': false },
  },
  {
    ...options,
    entryPoints: { routes: 'src/routes/picture/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'chrome122',
  },
]

if (process.argv.includes('--watch')) {
  for (const build of builds) {
    await (await esbuild.context(build)).watch()
  }
} else {
  await Promise.all(builds.map((build) => esbuild.build(build)))
}
