import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ServerProcess } from '../../src/server/process'
import { ranOutOfMemory } from '../../src/server/failure'

/** A server that does what the script says. */
function scripted(script: string): Promise<ServerProcess> {
  return ServerProcess.start({ command: process.execPath, args: ['-e', script], origin: 'test' })
}

test('tells how a server ended and what it said last', async () => {
  const server = await scripted(
    'process.stderr.write("java.lang.OutOfMemoryError: Java heap space"); process.exitCode = 1',
  )
  const ending = await server.ending()

  assert.equal(ending?.code, 1)
  assert.ok(ranOutOfMemory(ending))
})

test('keeps only the end of what a talkative server says', async () => {
  const server = await scripted('process.stderr.write("x".repeat(100_000) + "the end")')
  const ending = await server.ending()

  assert.equal(ending?.lastWords.length, 8_000)
  assert.ok(ending.lastWords.endsWith('the end'))
})

test('rejects a program that does not exist', async () => {
  await assert.rejects(ServerProcess.start({ command: '/nowhere/java', args: [], origin: 'test' }), /ENOENT/)
})

test('survives a write to a server that has left', async () => {
  const server = await scripted('')
  await server.ending()
  server.child.stdin.write('Content-Length: 2\r\n\r\n{}')

  assert.equal((await server.ending())?.code, 0)
})

test('ends a server that does not end by itself', async () => {
  const server = await scripted('setInterval(() => {}, 1000)')
  server.kill()

  assert.equal((await server.ending())?.signal, 'SIGKILL')
})
