import type {
  AnnotatedTextEdit,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageclient/node'

const ANNOTATION = 'edgelint.preview'

type Changes = NonNullable<WorkspaceEdit['documentChanges']>

/** The same edit, but every change of it is shown to the person before it is written. */
export function withPreview(edit: WorkspaceEdit, label: string): WorkspaceEdit {
  const changes: Changes = edit.documentChanges ?? plainChanges(edit)
  return {
    documentChanges: changes.map((change) =>
      'edits' in change
        ? { ...change, edits: change.edits.map(annotated) }
        : { ...change, annotationId: ANNOTATION },
    ),
    changeAnnotations: { [ANNOTATION]: { label, needsConfirmation: true } },
  }
}

/** How many files an edit touches. */
export function filesOf(edit: WorkspaceEdit): number {
  const changes = edit.documentChanges ?? plainChanges(edit)
  return new Set(changes.map(uriOf)).size
}

function plainChanges(edit: WorkspaceEdit): TextDocumentEdit[] {
  return Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({
    textDocument: { uri, version: null },
    edits,
  }))
}

function uriOf(change: Changes[number]): string {
  if ('edits' in change) {
    return change.textDocument.uri
  }
  return change.kind === 'rename' ? change.newUri : change.uri
}

function annotated<T extends TextEdit | AnnotatedTextEdit | SnippetTextEdit>(edit: T): T {
  return { ...edit, annotationId: ANNOTATION }
}
