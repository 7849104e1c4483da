import * as vscode from 'vscode'
import type { Location, Position } from 'vscode-languageclient/node'
import type { Session } from './server/session'

/** Shows what a lens of the server counts, in the editor's own view of references. */
export async function showReferences(
  server: Session,
  uri: string,
  position: Position,
  places: readonly Location[],
): Promise<void> {
  const { converter } = server
  if (converter !== undefined) {
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      converter.asUri(uri),
      converter.asPosition(position),
      places.map((place) => converter.asLocation(place)),
    )
  }
}
