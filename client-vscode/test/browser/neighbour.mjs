// An extension as others have them: it brings a grammar for TOML that takes everything for a comment.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const packaging = path.resolve(import.meta.dirname, '../../packaging')

/** Packs it into the folder, under the name of a known extension; returns the file. */
export function packNeighbour(folder) {
  const files = {
    'package.json': JSON.stringify({
      name: 'even-better-toml',
      publisher: 'tamasfe',
      version: '0.0.1',
      license: 'MIT',
      repository: 'https://example.org/neighbour.git',
      engines: { vscode: '^1.91.0' },
      contributes: {
        languages: [{ id: 'toml', extensions: ['.toml'] }],
        grammars: [{ language: 'toml', scopeName: 'source.toml', path: './toml.json' }],
      },
    }),
    'toml.json': JSON.stringify({
      scopeName: 'source.toml',
      patterns: [{ match: '.+', name: 'comment.line.neighbour' }],
    }),
    'README.md': 'A neighbour.\n',
    'LICENSE.md': 'MIT\n',
    '.vscodeignore': '*.vsix\n',
  }
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text)
  }
  const vsce = path.join(packaging, 'node_modules', '@vscode', 'vsce', 'vsce')
  if (!fs.existsSync(vsce)) {
    execFileSync('npm', ['ci', '--loglevel=error'], { cwd: packaging, stdio: 'inherit' })
  }
  const file = path.join(folder, 'neighbour.vsix')
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], {
    cwd: folder,
    stdio: 'pipe',
  })
  return file
}
