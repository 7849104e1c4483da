import * as vscode from 'vscode'
import { documentSelector } from '../documents'
import type { Pages } from '../pages'
import * as protocol from '../protocol'
import type { Session } from '../server/session'

export const RULES = 'rules'

/** The page of a rule, with the title as heading. */
export async function rulePage(session: Session, code: string): Promise<string | undefined> {
  const page = await session.request(protocol.explain, { code })
  if (page === undefined || page === null) {
    return undefined
  }
  return page.markdown.startsWith('# ') ? page.markdown : `# ${page.title}\n\n${page.markdown}`
}

/** The command "Explain This Finding": with a code, or else for the finding at the cursor. */
export async function explainFinding(pages: Pages, code?: string): Promise<void> {
  const wanted = code ?? (await codeAtCursor())
  if (wanted !== undefined) {
    await pages.show(RULES, wanted)
  }
}

/** Offers "Explain EDGE253" among the quick fixes of a finding. */
export function offerExplanations(): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (_document, _range, context) => {
      const codes = new Set(context.diagnostics.map(codeOf).filter((code) => code !== undefined))
      return [...codes].map((code) => {
        const action = new vscode.CodeAction(`Explain ${code}`, vscode.CodeActionKind.QuickFix)
        action.command = { command: 'edgelint.explainFinding', title: action.title, arguments: [code] }
        return action
      })
    },
  }
  return vscode.languages.registerCodeActionsProvider(documentSelector(), provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  })
}

/** Lets the code of a finding lead to its page in the editor, which needs no network. */
export function linkToPage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const code = codeOf(diagnostic)
  if (code !== undefined && typeof diagnostic.code === 'object') {
    const query = encodeURIComponent(JSON.stringify([code]))
    diagnostic.code = { value: code, target: vscode.Uri.parse(`command:edgelint.explainFinding?${query}`) }
  }
  return diagnostic
}

function codeOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== 'edgelint') {
    return undefined
  }
  const value = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code
  return value?.toString()
}

async function codeAtCursor(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0]
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open the file with the finding first.')
    return undefined
  }
  const findings = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter((diagnostic) => codeOf(diagnostic) !== undefined)
  if (findings.length === 0) {
    void vscode.window.showInformationMessage('There are no edgelint findings in this file.')
    return undefined
  }
  const here = findings.filter((finding) => finding.range.intersection(editor.selection) !== undefined)
  const [only, ...others] = here.length > 0 ? here : findings
  if (only !== undefined && others.length === 0) {
    return codeOf(only)
  }
  const items = (here.length > 0 ? here : findings).map((finding) => ({
    label: codeOf(finding) ?? '',
    description: `line ${finding.range.start.line + 1}`,
    detail: finding.message,
  }))
  const choice = await vscode.window.showQuickPick(items, {
    title: 'Explain This Finding',
    matchOnDetail: true,
  })
  return choice?.label
}
