import * as vscode from 'vscode'
import type { Location } from 'vscode-languageclient/node'
import type { ChecklistNode } from './view'

/** How many fixes are asked for their changes, too. */
const RESOLVED = 20

/** Shows a place of a file, selected. */
export async function open(location: Location, viewColumn?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const { start, end } = location.range
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  const uri = vscode.Uri.parse(location.uri)
  return vscode.window.showTextDocument(uri, { selection, ...(viewColumn && { viewColumn }) })
}

/** Offers what mends a row, and does it; the file is shown beside the choice. */
export async function fix(node: ChecklistNode): Promise<void> {
  if (node.kind !== 'row' || node.row.location == null) {
    return
  }
  const { document, selection } = await open(node.row.location)
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    vscode.CodeActionKind.QuickFix.value,
    RESOLVED,
  )
  const items = actions.map((action) => ({ label: action.title, action }))
  const choice = await vscode.window.showQuickPick(items, {
    title: `Fix ${node.row.component}`,
    placeHolder: items.length === 0 ? 'There is no fix that can be made for you here.' : node.row.effect,
  })
  if (choice?.action.edit !== undefined) {
    await vscode.workspace.applyEdit(choice.action.edit)
  }
  const command = choice?.action.command
  if (command !== undefined) {
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]))
  }
}
