import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as path from 'node:path'
import { test } from 'node:test'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

const SYNTAXES = path.resolve('syntaxes')

/** JSON as VS Code's own grammar scopes it, as far as strings go. */
const PLAIN_JSON = JSON.stringify({
  scopeName: 'source.json',
  patterns: [
    {
      begin: '"',
      end: '"',
      name: 'string.quoted.double.json',
      patterns: [{ match: '\\\\.', name: 'constant.character.escape.json' }],
    },
  ],
})

const registry = new textmate.Registry({
  onigLib: loadOniguruma(),
  loadGrammar: (scope) =>
    Promise.resolve(
      scope === 'source.json'
        ? textmate.parseRawGrammar(PLAIN_JSON, 'json.json')
        : textmate.parseRawGrammar(
            fs.readFileSync(path.join(SYNTAXES, fileOf(scope)), 'utf8'),
            fileOf(scope),
          ),
    ),
  getInjections: (scope) => (scope === 'source.json' ? ['edgelint.routes.injection'] : undefined),
})

async function loadOniguruma(): Promise<textmate.IOnigLib> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')
  await oniguruma.loadWASM(new Uint8Array(fs.readFileSync(wasm)).buffer)
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }
}

function fileOf(scope: string): string {
  const names: Record<string, string> = {
    'source.toml': 'toml',
    'source.systemd': 'systemd',
    'edgelint.routes.injection': 'routes',
  }
  return `${names[scope] ?? ''}.tmLanguage.json`
}

/** The innermost scope of each piece of text, as `text → scope`; pieces without a scope are left out. */
async function scopes(root: string, text: string): Promise<string[]> {
  const grammar = await registry.loadGrammar(root)
  assert.ok(grammar)
  const found: string[] = []
  let state = textmate.INITIAL
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    const pieces: { text: string; scope: string }[] = []
    for (const token of tokens) {
      const piece = { text: line.slice(token.startIndex, token.endIndex), scope: token.scopes.at(-1) ?? root }
      const last = pieces.at(-1)
      if (last?.scope === piece.scope) {
        last.text += piece.text
      } else {
        pieces.push(piece)
      }
    }
    found.push(
      ...pieces
        .filter((piece) => piece.scope !== root && piece.text.trim() !== '')
        .map((piece) => `${piece.text.trim()} → ${piece.scope}`),
    )
  }
  return found
}

test('colours a table, a dotted key and a text of TOML', async () => {
  assert.deepEqual(await scopes('source.toml', '[agent.env]\nhttps_proxy = "http://p:3128" # yes'), [
    '[ → punctuation.definition.table.begin.toml',
    'agent → entity.name.section.toml',
    '. → punctuation.separator.dot.toml',
    'env → entity.name.section.toml',
    '] → punctuation.definition.table.end.toml',
    'https_proxy → support.type.property-name.toml',
    '= → keyword.operator.assignment.toml',
    '"http://p:3128" → string.quoted.double.toml',
    '# → punctuation.definition.comment.toml',
    'yes → comment.line.number-sign.toml',
  ])
})

test('does not take a number sign inside a text of TOML for a comment', async () => {
  assert.ok(!(await scopes('source.toml', 'a = "x # y"')).some((scope) => scope.includes('comment')))
})

test('ends an unfinished text of TOML with its line', async () => {
  assert.ok(
    (await scopes('source.toml', 'a = "x\nb = true')).includes('true → constant.language.boolean.toml'),
  )
})

test('colours keys and values of an inline table', async () => {
  const found = await scopes('source.toml', 'auth = { serveraddress = "x", port = 443 }')

  assert.ok(found.includes('serveraddress → support.type.property-name.toml'))
  assert.ok(found.includes('443 → constant.numeric.toml'))
})

test('carries a text of TOML over several lines', async () => {
  const found = await scopes('source.toml', 'a = """\nb = 1\n"""\nc = 2')

  assert.ok(found.includes('b = 1 → string.quoted.triple.basic.toml'))
  assert.ok(found.includes('2 → constant.numeric.toml'))
})

test('colours the variable of an Environment line', async () => {
  assert.deepEqual(await scopes('source.systemd', '[Service]\nEnvironment="https_proxy=http://p:3128"'), [
    '[ → punctuation.definition.section.begin.systemd',
    'Service → entity.name.section.systemd',
    '] → punctuation.definition.section.end.systemd',
    'Environment → support.type.property-name.systemd',
    '= → keyword.operator.assignment.systemd',
    '" → string.quoted.double.systemd',
    'https_proxy → variable.other.environment.systemd',
    '= → keyword.operator.assignment.systemd',
    'http://p:3128" → string.quoted.double.systemd',
  ])
})

test('goes on behind a backslash at the end of a line', async () => {
  const found = await scopes('source.systemd', 'Environment=a=1 \\\n  b=2\nType=notify')

  assert.ok(found.includes('b → variable.other.environment.systemd'))
  assert.ok(found.includes('Type → support.type.property-name.systemd'))
})

test('colours a route inside a string of JSON', async () => {
  const found = await scopes(
    'source.json',
    '"r": "FROM /messages/modules/a/* WHERE $body.t >= 20 INTO BrokeredEndpoint(\\"/modules/b/inputs/in\\")"',
  )

  for (const expected of [
    'FROM → keyword.control.from.route',
    '/messages/modules → support.constant.path.route',
    'WHERE → keyword.control.route',
    '$body.t → variable.parameter.property.route',
    '>= → keyword.operator.route',
    '20 → constant.numeric.route',
    'INTO → keyword.control.route',
    'BrokeredEndpoint → support.function.endpoint.route',
  ]) {
    assert.ok(found.includes(expected), `${expected} is missing in\n${found.join('\n')}`)
  }
})

test('returns to JSON behind a route', async () => {
  const found = await scopes('source.json', '"FROM /messages/* INTO $upstream", "INTO"')

  assert.equal(found.at(-1), '"INTO" → string.quoted.double.json')
})

test('leaves other strings of JSON alone', async () => {
  assert.deepEqual(await scopes('source.json', '"from here we go into it"'), [
    '"from here we go into it" → string.quoted.double.json',
  ])
})
