import { randomBytes } from 'node:crypto'
import * as path from 'node:path'
import * as vscode from 'vscode'
import type { Location } from 'vscode-languageclient/node'
import { open } from '../checklist/actions'
import * as protocol from '../protocol'
import type { RouteGraph } from '../protocol'
import type { Session } from '../server/session'
import type { FromPicture, Show } from './messages'
import { pageOf } from './page'

const SETTLE_MS = 300

/** The pictures of message routes, one for each manifest. */
export class RoutePictures implements vscode.Disposable {
  private readonly pictures = new Map<string, RoutePicture>()

  constructor(
    private readonly extension: vscode.Uri,
    private readonly session: Session,
  ) {}

  /** Shows the routes of the manifest in the active editor beside it. */
  show(): void {
    const document = vscode.window.activeTextEditor?.document
    if (document === undefined) {
      void vscode.window.showInformationMessage('Open a deployment manifest first.')
      return
    }
    const key = document.uri.toString()
    const known = this.pictures.get(key)
    if (known !== undefined) {
      known.reveal()
      return
    }
    const picture = new RoutePicture(this.extension, this.session, document.uri)
    this.pictures.set(key, picture)
    picture.onDidDispose(() => this.pictures.delete(key))
  }

  dispose(): void {
    for (const picture of this.pictures.values()) {
      picture.dispose()
    }
  }
}

class RoutePicture {
  private readonly panel: vscode.WebviewPanel
  private readonly disposables: vscode.Disposable[] = []
  private timer: NodeJS.Timeout | undefined
  private graph: RouteGraph | undefined

  constructor(
    extension: vscode.Uri,
    private readonly session: Session,
    private readonly document: vscode.Uri,
  ) {
    const name = path.posix.basename(document.path)
    this.panel = vscode.window.createWebviewPanel(
      'edgelint.routes',
      `Routes of ${name}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      {
        enableScripts: true,
        localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')],
      },
    )
    const { webview } = this.panel
    const uri = (...segments: string[]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(extension, ...segments)).toString()
    webview.html = pageOf({
      cspSource: webview.cspSource,
      script: uri('dist', 'routes.js'),
      style: uri('media', 'routes.css'),
      nonce: randomBytes(16).toString('base64'),
    })
    this.disposables.push(
      webview.onDidReceiveMessage((message: FromPicture) => this.hear(message)),
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document.uri.toString() === document.toString()) {
          this.refreshSoon()
        }
      }),
      session.onDidChangeState(() => {
        this.refreshSoon()
      }),
      this.panel.onDidDispose(() => {
        this.dispose()
      }),
    )
  }

  get onDidDispose(): vscode.Event<void> {
    return this.panel.onDidDispose
  }

  reveal(): void {
    this.panel.reveal()
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.panel.dispose()
    for (const disposable of this.disposables.splice(0)) {
      disposable.dispose()
    }
  }

  private refreshSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.refresh(), SETTLE_MS)
  }

  private async refresh(): Promise<void> {
    const graph = await this.session.request(protocol.routeGraph, {
      textDocument: { uri: this.document.toString() },
    })
    if (graph !== undefined) {
      this.graph = graph
      await this.panel.webview.postMessage({ graph } satisfies Show)
    }
  }

  private async hear(message: FromPicture): Promise<void> {
    if (message.type === 'ready') {
      await this.refresh()
      return
    }
    const parts: readonly { readonly location?: Location | null }[] =
      (message.type === 'node' ? this.graph?.nodes : this.graph?.edges) ?? []
    const location = parts[message.index]?.location
    if (location != null) {
      await open(location, columnOf(location) ?? vscode.ViewColumn.One)
    }
  }
}

/** Where the file is shown already, so that the picture is not covered by it. */
function columnOf(location: Location): vscode.ViewColumn | undefined {
  const wanted = vscode.Uri.parse(location.uri).toString()
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === wanted)
    ?.viewColumn
}
