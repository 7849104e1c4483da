import * as vscode from 'vscode'
import type { ChecklistView } from './checklist/view'
import * as protocol from './protocol'
import type { AllowlistFormat, ChecklistDevice } from './protocol'
import { pickDevice } from './proxy/set'
import type { Session } from './server/session'

interface Format extends vscode.QuickPickItem {
  readonly format: AllowlistFormat
  readonly language: string
}

const FORMATS: readonly Format[] = [
  { label: 'Text', detail: 'One host and port a line, with reasons', format: 'text', language: 'plaintext' },
  { label: 'CSV', detail: 'For a table or a ticket', format: 'csv', language: 'csv' },
  { label: 'JSON', detail: 'For a program', format: 'json', language: 'json' },
  { label: 'Squid', detail: 'Access lines for squid.conf', format: 'squid', language: 'squid' },
]

/** Opens a new text with the hosts that a device must reach. */
export async function showAllowlist(
  session: Session,
  checklist: ChecklistView,
  device?: ChecklistDevice,
): Promise<void> {
  const title = 'Generate Firewall Allow-List'
  const chosen = device ?? (await pickDevice(session, checklist, title))
  if (chosen === undefined) {
    return
  }
  const choice = await vscode.window.showQuickPick(FORMATS, { title, placeHolder: 'Which form?' })
  if (choice === undefined) {
    return
  }
  const list = await session.request(protocol.allowlist, { format: choice.format, device: chosen.name })
  if (list !== undefined) {
    const languages = await vscode.languages.getLanguages()
    const language = languages.includes(choice.language) ? choice.language : 'plaintext'
    const document = await vscode.workspace.openTextDocument({ content: list.text, language })
    await vscode.window.showTextDocument(document)
  }
}
