import * as path from 'node:path'
import * as vscode from 'vscode'
import type { Pages } from './pages'
import * as protocol from './protocol'
import type { Session } from './server/session'

export const COMPARISONS = 'comparison'

/** Shows in words what would change on the device, compared with the manifest that is deployed now. */
export class Comparer {
  private readonly texts = new Map<string, string>()

  constructor(
    private readonly session: Session,
    private readonly pages: Pages,
  ) {}

  readonly page = (name: string): Promise<string | undefined> => Promise.resolve(this.texts.get(name))

  async compare(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document
    if (document === undefined) {
      void vscode.window.showInformationMessage('Open the deployment manifest that shall be deployed first.')
      return
    }
    const other = await chooseOther()
    if (other === undefined) {
      return
    }
    const comparison = await this.session.request(protocol.compare, {
      textDocument: { uri: document.uri.toString() },
      other,
    })
    if (comparison === undefined) {
      void vscode.window.showErrorMessage('The two cannot be compared; the log of edgelint says why.')
      return
    }
    const name = path.posix.basename(document.uri.path)
    const title = `${name} compared`
    this.texts.set(title, comparison.markdown)
    await this.pages.show(COMPARISONS, title)
    if (comparison.dangerous) {
      void vscode.window.showWarningMessage(`${name} would break something that works now.`)
    }
  }
}

async function chooseOther(): Promise<{ text: string; name: string } | undefined> {
  const file = { label: '$(file) A file…', detail: 'For example what "az iot edge" or the portal exported' }
  const clipboard = { label: '$(clippy) The clipboard', detail: 'The manifest, copied from the portal' }
  const choice = await vscode.window.showQuickPick([file, clipboard], {
    title: 'Compare with Deployed Manifest',
    placeHolder: 'Where is the manifest that is deployed now?',
  })
  if (choice === clipboard) {
    return { text: await vscode.env.clipboard.readText(), name: 'clipboard' }
  }
  if (choice === file) {
    const [uri] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] } })) ?? []
    if (uri !== undefined) {
      const bytes = await vscode.workspace.fs.readFile(uri)
      return { text: new TextDecoder().decode(bytes), name: path.posix.basename(uri.path) }
    }
  }
  return undefined
}
