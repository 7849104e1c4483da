import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import type { TestContext } from 'node:test'

/** An empty folder that is removed after the test. */
export function temporaryFolder(test: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgelint-client-'))
  test.after(() => {
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

export function write(file: string, text = '', mode = 0o644): string {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text, { mode })
  return file
}
