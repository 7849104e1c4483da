" Vim with ALE against the packaged server.
" Environment: SNIPPET, FOLDER (a copy of examples/behind-proxy-broken), REPORT.
set nocompatible hidden nobackup noswapfile nomore encoding=utf-8
let g:ale_lint_delay = 0
let g:ale_hover_cursor = 0
packadd! ale
runtime plugin/ale.vim
runtime autoload/ale/util.vim
execute 'source' $SNIPPET
filetype plugin on

let s:report = []
func! s:Step(ok, name, seen) abort
  call add(s:report, a:ok ? 'ok ' . a:name : 'not ok ' . a:name . ': ' . string(a:seen))
endfunc
func! s:Eventually(condition) abort
  let l:tries = 0
  while l:tries < 1000
    if a:condition()
      return 1
    endif
    sleep 20m
    let l:tries += 1
  endwhile
  return 0
endfunc
func! s:Findings() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, d -> get(d, 'code', '') . '@' . d.lnum . ':' . d.col . ' ' . d.text})
endfunc
func! s:Has(code) abort
  return match(s:Findings(), '^' . a:code) >= 0
endfunc
" ALE asks for the number of an action and for a new name with input(), which would end a Vim without a terminal.
let s:asked = []
func! ale#util#Input(message, value, ...) abort
  call add(s:asked, a:message)
  return a:message =~? 'name' ? 'gauge' : '1'
endfunc
" ALE completes in insert mode only.
func! ale#util#Mode(...) abort
  return 'i'
endfunc

func! s:Main() abort
  execute 'edit' fnameescape($FOLDER . '/deployment.json')
  ALELint
  call s:Step(s:Eventually({-> s:Has('EDGE404')}), 'shows the finding', s:Findings())
  call s:Step(s:Has('EDGE404@5:26'), 'at its place', s:Findings())

  call cursor(5, 27)
  ALECodeAction
  call s:Step(s:Eventually({-> getline(5) ==# '        "schemaVersion": "1.1",'}), 'applies the first quick fix', [getline(5), s:asked])
  ALELint
  call s:Step(s:Eventually({-> !s:Has('EDGE404')}), 'the finding goes away', s:Findings())

  let l:row = search('"restartPolicy": "always"')
  call setline(l:row, '            "restartPolicy": "on",')
  call cursor(l:row, 33)
  let s:items = []
  call ale#completion#GetCompletions('ale-callback', {'callback': {r -> extend(s:items, map(copy(r), 'v:val.word'))}})
  call s:Step(s:Eventually({-> index(s:items, 'on-unhealthy') >= 0}), 'completes values', s:items)
  call setline(l:row, '            "restartPolicy": "always",')

  call search('"pressMonitor": {')
  call cursor(line('.'), col('.') + 3)
  ALERename
  call s:Step(s:Eventually({-> search('/messages/modules/gauge/', 'nw') > 0}), 'renames a module in its routes', s:asked)

  write
  " (a hover text goes to the message line, which a Vim without a screen does not have)
  call s:Step(readfile($FOLDER . '/deployment.json')[4] =~# '"1\.1"', 'saves the fix', '')

  execute 'edit' fnameescape($FOLDER . '/etc/aziot/config.toml')
  ALELint
  call s:Step(s:Eventually({-> s:Has('EDGE201')}), 'shows findings of config.toml', s:Findings())
  execute 'edit' fnameescape($FOLDER . '/etc/systemd/system/aziot-edged.service.d/proxy.conf')
  ALELint
  call s:Step(s:Eventually({-> s:Has('EDGE261')}), 'shows findings of a systemd drop-in', [&filetype, s:Findings()])
  ALEStopAllLSPs
endfunc

try
  call s:Main()
catch
  call s:Step(0, 'runs to the end', v:exception . ' @ ' . v:throwpoint)
endtry
call writefile(s:report, $REPORT)
qall!
