import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { test } from 'node:test'

// package.json promises what the code and the package must keep.

interface Manifest {
  version: string
  main: string
  icon: string
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } }
  contributes: {
    commands: { command: string }[]
    configuration: {
      properties: Record<string, { scope: string; description?: string; markdownDescription?: string }>
    }
    languages: { configuration: string }[]
    grammars: { path: string }[]
    snippets: { path: string }[]
    menus: Record<string, { command: string }[]>
    views: Record<string, { id: string; icon: string }[]>
    walkthroughs: { id: string; steps: { media: { markdown?: string; image?: string } }[] }[]
    jsonValidation: { url: string }[]
  }
}

const text = fs.readFileSync('package.json', 'utf8')
const manifest = JSON.parse(text) as Manifest
const { contributes } = manifest
const extension = fs.readFileSync('src/main.ts', 'utf8')
const declared = new Set(contributes.commands.map(({ command }) => command))

test('every command is carried out by the extension', () => {
  for (const command of declared) {
    const name = command.slice('edgelint.'.length)
    assert.match(extension, new RegExp(`^    '?${name.replace('.', '\\.')}'?: `, 'm'), command)
  }
})

test('menus, welcome texts and walkthrough name only commands that exist', () => {
  const views = new Set(
    Object.values(contributes.views).flatMap((list) => list.map(({ id }) => `${id}.focus`)),
  )
  for (const [, command] of text.matchAll(/(?:"command": "|command:)(edgelint\.[A-Za-z.]+)/g)) {
    assert.ok(declared.has(command ?? '') || views.has(command ?? ''), command)
  }
})

test('every file that it names exists and goes into the package', () => {
  const files = [
    manifest.icon,
    ...contributes.languages.map(({ configuration }) => configuration),
    ...[...contributes.grammars, ...contributes.snippets].map(({ path }) => path),
    ...contributes.walkthroughs.flatMap(({ steps }) =>
      steps.map(({ media }) => media.markdown ?? media.image ?? ''),
    ),
    ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
  ].map((file) => file.replace(/^\.\//, ''))
  const packed = fs.readFileSync('packaging/contents', 'utf8').split('\n')

  for (const file of files) {
    assert.ok(fs.existsSync(file), file)
    assert.ok(packed.includes(file.split('/')[0] ?? ''), `${file} is not packed`)
  }
})

test('every schema that it names exists', () => {
  for (const { url } of contributes.jsonValidation) {
    assert.ok(fs.existsSync(url.replace('edgelint-schema:', '../schemas')), url)
  }
})

test('what is executed cannot come from a workspace', () => {
  const { properties } = contributes.configuration
  for (const setting of ['edgelint.server.path', 'edgelint.java.home', 'edgelint.java.vmArguments']) {
    assert.equal(properties[setting]?.scope, 'machine')
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(setting))
  }
})

test('every setting is described', () => {
  for (const [name, { description, markdownDescription }] of Object.entries(
    contributes.configuration.properties,
  )) {
    assert.ok((description ?? markdownDescription ?? '').length > 20, name)
  }
})

test('the changelog speaks of this version', () => {
  assert.match(fs.readFileSync('CHANGELOG.md', 'utf8'), new RegExp(`^## ${manifest.version}$`, 'm'))
})

test('the version is that of the server', () => {
  const pom = fs.readFileSync('pom.xml', 'utf8')

  assert.ok(
    pom.includes(`<version>${manifest.version}-SNAPSHOT</version>`) ||
      pom.includes(`<version>${manifest.version}</version>`),
  )
})
