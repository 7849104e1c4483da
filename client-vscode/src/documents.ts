import { workspace } from 'vscode'

/** The languages that may be an IoT Edge file; which of them are, the server decides. */
const LANGUAGES = ['json', 'jsonc', 'toml', 'systemd-conf', 'systemd'] as const

/** Serves both VS Code and the language client. */
export interface Filter {
  readonly scheme: string
  readonly language: string
}

/**
 * The documents that the server is told about: files, new texts, and what the folders of a virtual
 * workspace hold. The other sides of a diff, output and the like are left out.
 */
export function documentSelector(): Filter[] {
  const folders = workspace.workspaceFolders ?? []
  const schemes = new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)])
  return [...schemes].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })))
}
