// Extensions for tests that show how ours lives beside others.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const packaging = path.resolve(import.meta.dirname, '../../packaging')

/** Packs an extension that brings a grammar for TOML, under the name of a known one, which takes everything for a comment. */
export function packNeighbour(folder) {
  return packExtension(folder, {
    'package.json': {
      name: 'even-better-toml',
      publisher: 'tamasfe',
      version: '0.0.1',
      contributes: {
        languages: [{ id: 'toml', extensions: ['.toml'] }],
        grammars: [{ language: 'toml', scopeName: 'source.toml', path: './toml.json' }],
      },
    },
    'toml.json': JSON.stringify({
      scopeName: 'source.toml',
      patterns: [{ match: '.+', name: 'comment.line.neighbour' }],
    }),
  })
}

/** Packs an extension from its files; what every package.json needs is added. Returns the VSIX in the folder. */
export function packExtension(folder, files) {
  const manifest = {
    publisher: 'tests',
    license: 'MIT',
    repository: 'https://example.org/neighbour.git',
    engines: { vscode: '^1.91.0' },
    ...files['package.json'],
  }
  const all = {
    ...files,
    'package.json': JSON.stringify(manifest),
    'README.md': 'For tests.\n',
    'LICENSE.md': 'MIT\n',
    '.vscodeignore': '*.vsix\n',
  }
  for (const [name, text] of Object.entries(all)) {
    fs.writeFileSync(path.join(folder, name), text)
  }
  const vsce = path.join(packaging, 'node_modules', '@vscode', 'vsce', 'vsce')
  if (!fs.existsSync(vsce)) {
    execFileSync('npm', ['ci', '--loglevel=error'], { cwd: packaging, stdio: 'inherit' })
  }
  const file = path.join(folder, `${manifest.name}.vsix`)
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], {
    cwd: folder,
    stdio: 'pipe',
  })
  return file
}
