import * as vscode from 'vscode'
import type { Session } from './server/session'

const SCHEME = 'edgelint-schema'

/** A schema that says nothing. */
const SILENT = new TextEncoder().encode('{}\n')

/**
 * The schemas for VS Code's own JSON support. As long as our server runs it validates, completes and
 * explains with the same schemas, only better; then these are silent, or everything would appear twice.
 */
export class Schemas implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  readonly onDidChangeFile = this.changed.event
  private readonly asked = new Set<string>()
  private readonly disposables: vscode.Disposable[]

  constructor(
    private readonly extension: vscode.Uri,
    private readonly session: Session,
  ) {
    this.disposables = [
      this.changed,
      vscode.workspace.registerFileSystemProvider(SCHEME, this, { isReadonly: true }),
      session.onDidChangeState(() => {
        const type = vscode.FileChangeType.Changed
        this.changed.fire([...this.asked].map((uri) => ({ type, uri: vscode.Uri.parse(uri) })))
      }),
    ]
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    this.asked.add(uri.toString())
    if (this.session.state !== 'stopped') {
      return SILENT
    }
    return vscode.workspace.fs.readFile(this.fileOf(uri))
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { ctime } = await vscode.workspace.fs.stat(this.fileOf(uri))
    const { length } = await this.readFile(uri)
    // A new time whenever the text changes, or VS Code would keep what it has read.
    const mtime = this.session.state === 'stopped' ? 1 : 2
    return { type: vscode.FileType.File, ctime, mtime, size: length }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined)
  }

  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions()
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions()
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions()
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions()
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions()
  }

  dispose(): void {
    for (const disposable of this.disposables) {
      disposable.dispose()
    }
  }

  private fileOf(uri: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(this.extension, 'schemas', uri.path)
  }
}
