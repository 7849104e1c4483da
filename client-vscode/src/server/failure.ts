/** Why a server process ended, as far as its exit and its last words tell. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last lines that the process wrote to standard error. */
  readonly lastWords: string
}

/** The exit code of a Java virtual machine that was started with -XX:+ExitOnOutOfMemoryError. */
const EXIT_OUT_OF_MEMORY = 3

/** Whether the process ended because the memory that it was given did not suffice. */
export function ranOutOfMemory(ending: Ending): boolean {
  return (
    ending.code === EXIT_OUT_OF_MEMORY ||
    /java\.lang\.OutOfMemoryError|insufficient memory for the Java Runtime/.test(ending.lastWords)
  )
}

/** One clause for a person: "it ran out of memory". */
export function describeEnding(ending: Ending | undefined): string {
  if (ending === undefined) {
    return 'its connection was closed'
  }
  if (ranOutOfMemory(ending)) {
    return 'it ran out of memory'
  }
  if (ending.signal !== null) {
    return `it was ended by ${ending.signal}`
  }
  return `it ended with code ${ending.code ?? '?'}`
}
