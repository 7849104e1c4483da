" edgelint in Vim 8 or newer with ALE. Copy to ~/.vim/after/plugin/edgelint.vim; `edgelint` must be on the PATH.
" With g:ale_linters_explicit or g:ale_linters add 'edgelint' to the lists of json, toml and systemd.

function! s:Root(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, '.edgelint.toml')
  let l:repository = ale#path#FindNearestDirectory(a:buffer, '.git')
  if !empty(l:settings)
    return fnamemodify(l:settings, ':h')
  endif
  return empty(l:repository) ? fnamemodify(bufname(a:buffer), ':p:h') : fnamemodify(l:repository, ':h:h')
endfunction

for s:type in ['json', 'toml', 'systemd']
  call ale#linter#Define(s:type, {
  \   'name': 'edgelint',
  \   'lsp': 'stdio',
  \   'executable': 'edgelint',
  \   'command': '%e serve',
  \   'language': s:type,
  \   'project_root': function('s:Root'),
  \})
endfor
