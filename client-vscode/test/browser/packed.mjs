// The packages under test.
import fs from 'node:fs'
import path from 'node:path'

const client = path.resolve(import.meta.dirname, '../..')
const { version } = JSON.parse(fs.readFileSync(path.join(client, 'package.json'), 'utf8'))

export const universal = path.join(client, 'out', `edgelint-${version}.vsix`)
const platform = path.join(client, 'out', `edgelint-${process.platform}-${process.arch}-${version}.vsix`)

/** The package for this platform, with its own Java, where it could be made. */
export const packed = process.env.EDGELINT_VSIX ?? (fs.existsSync(platform) ? platform : universal)
