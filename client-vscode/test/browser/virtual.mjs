// An extension that brings a file system of its own, as those do that show a repository without a clone.
import { packExtension } from './neighbour.mjs'

/** Packs it into the folder, with files by path; returns the VSIX. The folder to open is memory:/plant. */
export function packFileSystem(folder, files) {
  return packExtension(folder, {
    'package.json': {
      name: 'memory',
      version: '0.0.1',
      main: './main.js',
      activationEvents: ['onFileSystem:memory'],
      capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
    },
    'main.js': `
const vscode = require('vscode')
const files = new Map(Object.entries(${JSON.stringify(files)}))
const { File, Directory } = vscode.FileType
const inside = (uri) => {
  const prefix = uri.path.replace(/\\/?$/, '/')
  const names = [...files.keys()].filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length).split('/'))
  return new Map(names.map(([name, ...rest]) => [name, rest.length === 0 ? File : Directory]))
}
exports.activate = () => vscode.workspace.registerFileSystemProvider('memory', {
  onDidChangeFile: new vscode.EventEmitter().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat(uri) {
    const text = files.get(uri.path)
    if (text === undefined && inside(uri).size === 0) throw vscode.FileSystemError.FileNotFound(uri)
    return { type: text === undefined ? Directory : File, ctime: 0, mtime: 0, size: text?.length ?? 0 }
  },
  readDirectory: (uri) => [...inside(uri)],
  readFile(uri) {
    if (!files.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri)
    return new TextEncoder().encode(files.get(uri.path))
  },
  writeFile: (uri, bytes) => void files.set(uri.path, new TextDecoder().decode(bytes)),
  createDirectory: () => undefined,
  delete: (uri) => void files.delete(uri.path),
  rename: () => undefined,
})
`,
  })
}
