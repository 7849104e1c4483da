// Runs in the extension host before anything else, and notes when edgelint and VS Code's JSON support are
// activated: a line "WHO MILLISECONDS" each, in the file that EDGELINT_ACTIVATIONS names.
const fs = require('node:fs')
const Module = require('node:module')

const WATCHED = {
  edgelint: /[/\\]edgelint\.edgelint-[^/\\]*[/\\]dist[/\\]extension\.js$/,
  json: /[/\\]json-language-features[/\\].*jsonClientMain/,
}
const load = Module.prototype.load

Module.prototype.load = function (file) {
  load.call(this, file)
  const who = Object.keys(WATCHED).find((name) => WATCHED[name].test(file))
  if (who !== undefined) {
    const { activate, deactivate } = this.exports
    this.exports = {
      deactivate,
      activate(context) {
        fs.appendFileSync(process.env.EDGELINT_ACTIVATIONS, `${who} ${Date.now()}\n`)
        return activate(context)
      },
    }
  }
}
