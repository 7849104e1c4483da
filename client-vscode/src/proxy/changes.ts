import type { TextEdit, WorkspaceEdit } from 'vscode-languageclient/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

/** What an edit makes of one file. */
export interface FileChange {
  readonly uri: string
  /** The text now; undefined for a file that is yet to be made. */
  readonly before: string | undefined
  /** The text then; undefined for a file that goes away. */
  readonly after: string | undefined
}

/**
 * What an edit would do, without doing it.
 *
 * @param read the text of a file as the editor has it
 */
export async function changesOf(
  edit: WorkspaceEdit,
  read: (uri: string) => Promise<string>,
): Promise<FileChange[]> {
  const changes = new Map<string, FileChange>()
  const change = async (uri: string, edits: TextEdit[]): Promise<void> => {
    const known = changes.get(uri)
    const before = known === undefined ? await read(uri) : known.before
    const document = TextDocument.create(uri, '', 0, known?.after ?? before ?? '')
    changes.set(uri, { uri, before, after: TextDocument.applyEdits(document, edits) })
  }
  if (edit.documentChanges === undefined) {
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
      await change(uri, edits)
    }
  }
  for (const part of edit.documentChanges ?? []) {
    if ('edits' in part) {
      await change(part.textDocument.uri, part.edits.filter(isPlain))
    } else if (part.kind === 'create') {
      changes.set(part.uri, { uri: part.uri, before: undefined, after: '' })
    } else if (part.kind === 'delete') {
      const known = changes.get(part.uri)
      const before = known === undefined ? await read(part.uri) : known.before
      changes.set(part.uri, { uri: part.uri, before, after: undefined })
    }
  }
  return [...changes.values()].filter(({ before, after }) => before !== after)
}

function isPlain(edit: object): edit is TextEdit {
  return 'newText' in edit
}
