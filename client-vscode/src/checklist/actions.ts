import * as vscode from 'vscode'
import type { Location } from 'vscode-languageclient/node'
import type { ChecklistNode } from './view'

/** Shows a place of a file, selected. */
export async function open(location: Location, viewColumn?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const { start, end } = location.range
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  const uri = vscode.Uri.parse(location.uri)
  return vscode.window.showTextDocument(uri, { selection, ...(viewColumn && { viewColumn }) })
}

/** Goes to the place of a row and offers there what mends it. */
export async function fix(node: ChecklistNode): Promise<void> {
  if (node.kind !== 'row' || node.row.location == null) {
    return
  }
  const editor = await open(node.row.location)
  editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start)
  await vscode.commands.executeCommand('editor.action.quickFix')
}

/** Copies a command that is to be run on a device. */
export async function copy(of: string | ChecklistNode): Promise<void> {
  const command = typeof of === 'string' ? of : of.kind === 'check' ? of.command : undefined
  if (command !== undefined) {
    await vscode.env.clipboard.writeText(command)
    vscode.window.setStatusBarMessage('Copied', 2000)
  }
}
