// Runs in the extension host before anything else, and notes what happens when edgelint and VS Code's JSON support
// start: a line of JSON each, in the file that EDGELINT_STARTS names, with the time in milliseconds and how much
// processor time the extension host and the server of edgelint had by then.
const childProcess = require('node:child_process')
const fs = require('node:fs')
const Module = require('node:module')

const WATCHED = {
  edgelint: /[/\\]edgelint\.edgelint-[^/\\]*[/\\]dist[/\\]extension\.js$/,
  json: /[/\\]json-language-features[/\\].*jsonClientMain/,
}
/** What is told by the messages of edgelint's client, and of its server. */
const SENT = { 'initialize sent': '"method":"initialize"', 'file sent': '"method":"textDocument/didOpen"' }
const RECEIVED = { 'initialize answered': '"capabilities":', 'findings received': '"severity":1' }

const TICKS_PER_SECOND = 100

let server
const noted = new Set()

/** Only the first time counts. */
function note(who, what) {
  if (!noted.has(`${who} ${what}`)) {
    noted.add(`${who} ${what}`)
    const { user, system } = process.cpuUsage()
    const spent = {
      host: Math.round((user + system) / 1000),
      server: server === undefined ? 0 : spentBy(server),
    }
    fs.appendFileSync(
      process.env.EDGELINT_STARTS,
      `${JSON.stringify({ who, what, time: Date.now(), spent })}\n`,
    )
  }
}

function spentBy(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
  } catch {
    return 0 // It has left.
  }
}

const load = Module.prototype.load
Module.prototype.load = function (file) {
  const who = Object.keys(WATCHED).find((name) => WATCHED[name].test(file))
  if (who === undefined) {
    return load.call(this, file)
  }
  note(who, 'loaded')
  load.call(this, file)
  const { activate, deactivate } = this.exports
  this.exports = {
    deactivate,
    activate: (context) => {
      note(who, 'activated')
      if (who === 'edgelint') {
        watchCollections(this.require('vscode'))
      }
      return activate(context)
    },
  }
}

const spawn = childProcess.spawn
childProcess.spawn = function (program, args, ...others) {
  const child = spawn.call(this, program, args, ...others)
  if (Array.isArray(args) && args.includes('serve')) {
    server = child.pid
    note('edgelint', 'server spawned')
    watchMessages(child)
  }
  return child
}

function watchMessages({ stdin, stdout }) {
  const { write } = stdin
  stdin.write = function (data, ...others) {
    look(data, SENT)
    return write.call(this, data, ...others)
  }
  const { emit } = stdout
  stdout.emit = function (event, data, ...others) {
    if (event === 'data') {
      look(data, RECEIVED)
    }
    return emit.call(this, event, data, ...others)
  }
}

function look(data, marks) {
  const text = data.toString()
  for (const [what, mark] of Object.entries(marks)) {
    if (text.includes(mark)) {
      note('edgelint', what)
    }
  }
}

function watchCollections({ languages }) {
  const { createDiagnosticCollection } = languages
  languages.createDiagnosticCollection = function (...names) {
    const collection = createDiagnosticCollection.apply(this, names)
    const { set } = collection
    collection.set = function (...args) {
      note('edgelint', 'findings set')
      return set.apply(this, args)
    }
    return collection
  }
}
