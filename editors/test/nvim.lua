-- Neovim's own client against the packaged server, as a user works: open, look, fix, complete, hover, save.
-- Environment: SNIPPET, FOLDER (a copy of examples/behind-proxy-broken), REPORT.

local report = {}
local function step(ok, name, seen)
  local line = ok and 'ok ' .. name or 'not ok ' .. name .. ': ' .. vim.inspect(seen)
  table.insert(report, (line:gsub('%s+', ' ')))
end
local function eventually(condition)
  return vim.wait(20000, condition, 20)
end
local function finding(buffer, code)
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    if (d.code or d.user_data.lsp.code) == code then
      return d
    end
  end
end
local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    return answer.result or answer.error
  end
end

local function main()
  vim.cmd('filetype on')
  vim.cmd('source ' .. vim.env.SNIPPET)
  vim.cmd('edit ' .. vim.env.FOLDER .. '/deployment.json')
  local buffer = vim.api.nvim_get_current_buf()
  step(eventually(function() return finding(buffer, 'EDGE404') end), 'shows the finding', vim.diagnostic.get(buffer))
  local found = finding(buffer, 'EDGE404')
  step(found and found.lnum == 4 and found.source == 'edgelint', 'at its line', found)

  vim.api.nvim_win_set_cursor(0, { 5, 26 })
  local shown = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local label = options.format_item(item)
      table.insert(shown, label)
    end
    choose(items[1])
  end
  vim.lsp.buf.code_action()
  step(eventually(function() return vim.fn.getline(5) == '        "schemaVersion": "1.1",' end), 'applies the first quick fix', { vim.fn.getline(5), shown })
  step(eventually(function() return not finding(buffer, 'EDGE404') end), 'the finding goes away', vim.diagnostic.get(buffer))

  local row = vim.fn.search('"restartPolicy": "always"')
  vim.fn.setline(row, '            "restartPolicy": "on",')
  vim.api.nvim_win_set_cursor(0, { row, 32 })
  local items = vim.lsp.util.extract_completion_items(ask('textDocument/completion', vim.lsp.util.make_position_params()) or {})
  local labels = vim.tbl_map(function(item) return item.label end, items)
  step(vim.tbl_contains(labels, 'on-unhealthy'), 'completes values', labels)
  vim.fn.setline(row, '            "restartPolicy": "always",')

  vim.api.nvim_win_set_cursor(0, { row, 16 })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  step(hover and vim.inspect(hover.contents):find('unless%-stopped'), 'explains the key under the cursor', hover or 'nothing')

  vim.api.nvim_win_set_cursor(0, { vim.fn.search('"pressMonitor": {'), 14 })
  vim.lsp.buf.rename('gauge')
  step(eventually(function() return vim.fn.search('/messages/modules/gauge/') > 0 end), 'renames a module in its routes', vim.fn.getline(vim.fn.search('telemetry')))

  vim.cmd('write')
  step(vim.fn.readfile(vim.env.FOLDER .. '/deployment.json')[5]:find('"1.1"'), 'saves the fix', {})

  vim.cmd('edit ' .. vim.env.FOLDER .. '/etc/aziot/config.toml')
  step(eventually(function() return finding(0, 'EDGE201') end), 'shows findings of config.toml', vim.diagnostic.get(0))
  vim.cmd('edit ' .. vim.env.FOLDER .. '/etc/systemd/system/aziot-edged.service.d/proxy.conf')
  step(eventually(function() return finding(0, 'EDGE261') end), 'shows findings of a systemd drop-in', vim.diagnostic.get(0))

  local clients = vim.lsp.get_active_clients and vim.lsp.get_active_clients() or vim.lsp.get_clients()
  step(#clients == 1, 'one server serves the folder', #clients)
  vim.lsp.stop_client(clients)
  step(eventually(function() return vim.lsp.client_is_stopped(clients[1].id) end), 'the server ends when asked', {})
end

local ok, failure = xpcall(main, debug.traceback)
if not ok then
  step(false, 'runs to the end', failure)
end
vim.fn.writefile(report, vim.env.REPORT)
vim.cmd('qall!')
