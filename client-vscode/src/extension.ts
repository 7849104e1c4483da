import * as vscode from 'vscode'
import { explainFinding, linkToPage, offerExplanations, rulePage, RULES } from './explain'
import { Pages } from './pages'
import { needsRestart, Session } from './server/session'
import { StatusItem } from './status/item'

let session: Session | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = new Session(context.extensionUri, {
    handleDiagnostics: (uri, diagnostics, next) => {
      next(uri, diagnostics.map(linkToPage))
    },
  })
  session = server
  const pages = new Pages({ [RULES]: (code) => rulePage(server, code) })

  const command = (name: string, run: (...args: unknown[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`edgelint.${name}`, run)
  context.subscriptions.push(
    server,
    pages,
    new StatusItem(server),
    offerExplanations(),
    command('explain', (code) => explainFinding(pages, code)),
    command('restart', () => server.restart()),
    command('showLog', () => {
      server.log.show()
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (needsRestart(change)) {
        void server.restart()
      }
    }),
  )
  await server.restart()
}

export async function deactivate(): Promise<void> {
  await session?.stop()
}
