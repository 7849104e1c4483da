import * as vscode from 'vscode'
import type { HandleDiagnosticsSignature } from 'vscode-languageclient/node'
import { linkToPage } from './explain'
import { touch } from './overlap'

interface Received {
  readonly uri: vscode.Uri
  readonly findings: readonly vscode.Diagnostic[]
  readonly next: HandleDiagnosticsSignature
  /** Which of them were softened when they were last shown. */
  softened: string
}

/**
 * Shows the findings of the server. An error that another extension shows at the same place, as VS Code's
 * JSON support does with mistakes of syntax, becomes a hint: it is listed once, and its fix stays at hand.
 */
export class Publisher implements vscode.Disposable {
  private readonly received = new Map<string, Received>()
  private readonly listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const received = this.received.get(uri.toString())
      if (received !== undefined) {
        show(received, false)
      }
    }
  })

  readonly handle = (
    uri: vscode.Uri,
    diagnostics: vscode.Diagnostic[],
    next: HandleDiagnosticsSignature,
  ): void => {
    const received = { uri, findings: diagnostics.map(linkToPage), next, softened: '' }
    if (diagnostics.length === 0) {
      this.received.delete(uri.toString())
    } else {
      this.received.set(uri.toString(), received)
    }
    show(received, true)
  }

  dispose(): void {
    this.listener.dispose()
  }
}

function show(received: Received, always: boolean): void {
  const others = vscode.languages
    .getDiagnostics(received.uri)
    .filter(({ source, severity }) => source !== 'edgelint' && severity === vscode.DiagnosticSeverity.Error)
  const document = vscode.workspace.textDocuments.find(
    ({ uri }) => uri.toString() === received.uri.toString(),
  )
  const repeated = received.findings.map(
    ({ range, severity }) =>
      severity === vscode.DiagnosticSeverity.Error &&
      others.some((other) => touch(other.range, range) || nothingBetween(document, other.range, range)),
  )
  const softened = repeated.join()
  if (always || softened !== received.softened) {
    received.softened = softened
    received.next(
      received.uri,
      received.findings.map((finding, index) => (repeated[index] === true ? asHint(finding) : finding)),
    )
  }
}

/** Whether only blanks part two places, as the end of a line and the next word, where a comma is missing. */
function nothingBetween(
  document: vscode.TextDocument | undefined,
  one: vscode.Range,
  other: vscode.Range,
): boolean {
  const [first, second] = one.start.isBefore(other.start) ? [one, other] : [other, one]
  return document?.getText(new vscode.Range(first.end, second.start)).trim() === ''
}

/** A copy, which keeps what the language client adds to a diagnostic. */
function asHint(finding: vscode.Diagnostic): vscode.Diagnostic {
  const prototype = Object.getPrototypeOf(finding) as object
  const copy = Object.create(prototype, Object.getOwnPropertyDescriptors(finding)) as vscode.Diagnostic
  copy.severity = vscode.DiagnosticSeverity.Hint
  return copy
}
