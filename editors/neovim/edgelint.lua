-- edgelint in Neovim 0.7 or newer. Copy to ~/.config/nvim/plugin/edgelint.lua; `edgelint` must be on the PATH.

local markers = { '.edgelint.toml', '.git' }

-- The folder that the server looks at: the nearest one with settings or a repository, else the file's own.
local function root(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, marker in ipairs(markers) do
    local found = vim.fn.findfile(marker, folder .. ';')
    if found == '' then
      found = vim.fn.finddir(marker, folder .. ';')
    end
    if found ~= '' then
      return vim.fn.fnamemodify(found:gsub('/$', ''), ':p:s?/$??:h')
    end
  end
  return folder
end

-- vim.lsp.start came with 0.8: one server for each root.
local clients = {}
local start = vim.lsp.start or function(config)
  local id = clients[config.root_dir]
  if not id or vim.lsp.client_is_stopped(id) then
    id = vim.lsp.start_client(config)
    clients[config.root_dir] = id
  end
  vim.lsp.buf_attach_client(0, id)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'json', 'jsonc', 'toml', 'systemd' },
  callback = function(event)
    start({
      name = 'edgelint',
      cmd = { 'edgelint', 'serve' },
      root_dir = root(vim.api.nvim_buf_get_name(event.buf)),
      -- settings = { edgelint = { version = '1.5' } },
    })
  end,
})
