" edgelint in Vim 8 or newer with ALE. Copy to ~/.vim/after/plugin/edgelint.vim; `edgelint` must be on the PATH.
" Beside the linters that ALE runs for these files anyway.

function! s:Root(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, '.edgelint.toml')
  let l:repository = ale#path#FindNearestDirectory(a:buffer, '.git')
  if !empty(l:settings)
    return fnamemodify(l:settings, ':h')
  endif
  return empty(l:repository) ? fnamemodify(bufname(a:buffer), ':p:h') : fnamemodify(l:repository, ':h:h')
endfunction

let g:ale_linters = get(g:, 'ale_linters', {})
for s:type in ['json', 'toml', 'systemd']
  " Of JSON, ALE runs a fixed list, so that those it would run are named first.
  let g:ale_linters[s:type] = map(copy(ale#linter#Get(s:type)), 'v:val.name') + ['edgelint']
  call ale#linter#Define(s:type, {
  \   'name': 'edgelint',
  \   'lsp': 'stdio',
  \   'executable': 'edgelint',
  \   'command': '%e serve',
  \   'language': s:type,
  \   'project_root': function('s:Root'),
  \})
endfor
