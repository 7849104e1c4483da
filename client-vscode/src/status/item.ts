import * as vscode from 'vscode'
import { documentSelector } from '../documents'
import * as protocol from '../protocol'
import type { Session, SessionState } from '../server/session'
import { describeDocument } from './describe'

const SETTLE_MS = 150

const showLog: vscode.Command = { command: 'edgelint.showLog', title: 'Show Log' }
const restart: vscode.Command = { command: 'edgelint.restart', title: 'Restart' }

/** The language status item: what edgelint takes the open document for, or why there are no findings. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('edgelint.document', documentSelector())
  private readonly disposables: vscode.Disposable[] = [this.item]
  private timer: NodeJS.Timeout | undefined
  private asked = 0

  constructor(private readonly session: Session) {
    this.item.name = 'edgelint'
    const refresh = (): void => {
      this.refreshSoon()
    }
    this.disposables.push(
      session.onDidChangeState(refresh),
      vscode.window.onDidChangeActiveTextEditor(refresh),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const open = vscode.window.activeTextEditor?.document.uri.toString()
        if (uris.some((uri) => uri.toString() === open)) {
          refresh()
        }
      }),
    )
    refresh()
  }

  dispose(): void {
    clearTimeout(this.timer)
    for (const disposable of this.disposables) {
      disposable.dispose()
    }
  }

  private refreshSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.refresh(), SETTLE_MS)
  }

  private async refresh(): Promise<void> {
    const ticket = ++this.asked
    this.showState(this.session.state)
    const document = vscode.window.activeTextEditor?.document
    if (
      this.session.state !== 'running' ||
      document === undefined ||
      vscode.languages.match(documentSelector(), document) === 0
    ) {
      await setKind(undefined)
      return
    }
    const info = await this.session.request(protocol.documentInfo, {
      textDocument: { uri: document.uri.toString() },
    })
    if (ticket === this.asked && info !== undefined) {
      Object.assign(this.item, describeDocument(info))
      await setKind(info.kind)
    }
  }

  private showState(state: SessionState): void {
    this.item.busy = state === 'starting'
    if (state === 'stopped') {
      this.item.severity = vscode.LanguageStatusSeverity.Error
      this.item.text = 'edgelint is stopped'
      this.item.detail = 'There are no findings until it runs again'
      this.item.command = restart
    } else {
      this.item.severity = vscode.LanguageStatusSeverity.Information
      this.item.command = showLog
      if (state === 'starting') {
        this.item.text = 'edgelint is starting'
        this.item.detail = ''
      }
    }
  }
}

/** For the "when" of buttons and commands. */
async function setKind(kind: protocol.DocumentKind | undefined): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'edgelint.documentKind', kind)
}
