import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient/node'

const JSON_SUPPORT = ['vscode.json-language-features']

/** Extensions that bring an outline for a language. */
const OUTLINES: Readonly<Record<string, readonly string[]>> = {
  json: JSON_SUPPORT,
  jsonc: JSON_SUPPORT,
  toml: ['tamasfe.even-better-toml', 'tombi-toml.tombi'],
}

/**
 * Leaves the outline to an extension that has one of the same structure: VS Code would put both into the
 * outline and the breadcrumbs, below each other.
 */
export const outline: NonNullable<Middleware['provideDocumentSymbols']> = (document, token, next) => {
  const others = OUTLINES[document.languageId] ?? []
  return others.some((id) => vscode.extensions.getExtension(id) !== undefined) ? [] : next(document, token)
}
