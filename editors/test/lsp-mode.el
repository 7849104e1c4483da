;;; lsp-mode.el --- lsp-mode against the packaged server  -*- lexical-binding: t -*-
;; Environment: SNIPPET, FOLDER (a copy of examples/behind-proxy-broken), REPORT.

(require 'cl-lib)
(package-initialize)
(setq make-backup-files nil
      create-lockfiles nil
      lsp-auto-guess-root t
      lsp-enable-suggest-server-download nil
      lsp-session-file (expand-file-name "lsp-session" (getenv "HOME"))
      lsp-server-install-dir (getenv "HOME")
      lsp-restart 'ignore
      lsp-enable-file-watchers nil
      lsp-headerline-breadcrumb-enable nil
      lsp-modeline-code-actions-enable nil
      lsp-diagnostics-provider :none
      lsp-debounce-full-sync-notifications nil
      lsp-auto-execute-action nil)

(defun step (ok name &optional seen)
  (append-to-file (if ok (format "ok %s\n" name)
                    (format "not ok %s: %s\n" name (replace-regexp-in-string "[\n\t ]+" " " (format "%S" seen))))
                  nil (getenv "REPORT")))

(defun eventually (condition)
  (let ((end (+ (float-time) 20)) result)
    (while (and (not (setq result (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.02))
    result))

(defun finding (code)
  (cl-find-if (lambda (d) (equal code (gethash "code" d))) (gethash buffer-file-name (lsp-diagnostics t))))

(condition-case failure
    (progn
      (load (getenv "SNIPPET") nil t)
      (lsp-workspace-folders-add (getenv "FOLDER"))
      (find-file (concat (getenv "FOLDER") "/deployment.json"))
      (lsp)
      (step (eventually (lambda () (finding "EDGE404"))) "shows the finding" (lsp-workspaces))

      (goto-char (point-min))
      (search-forward "\"schemaVersion\": \"1")
      (let ((actions (append (lsp-code-actions-at-point) nil)))
        (step actions "offers actions")
        (lsp-execute-code-action (car actions)))
      (step (eventually (lambda () (string-match-p "\"schemaVersion\": \"1\\.1\",\n        \"runtime\"" (buffer-string))))
            "applies the first quick fix" (buffer-substring 1 300))
      (step (eventually (lambda () (not (finding "EDGE404")))) "the finding goes away")

      (goto-char (point-min))
      (search-forward "\"restartPolicy\": \"always")
      (delete-char -6)
      (insert "on")
      (let ((labels (all-completions "on" (nth 2 (lsp-completion-at-point)))))
        (step (cl-some (lambda (l) (string-match-p "on-unhealthy" l)) labels) "completes values" labels))
      (delete-char -2)
      (insert "always")

      (goto-char (point-min))
      (search-forward "\"restartPol")
      (let ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
        (step (and hover (string-match-p "unless-stopped" (json-encode hover))) "explains the key under the cursor" hover))

      (goto-char (point-min))
      (search-forward "\"pressMon")
      (lsp-rename "gauge")
      (step (string-match-p "/messages/modules/gauge/" (buffer-string)) "renames a module in its routes" (buffer-string))

      (save-buffer)
      (step (with-temp-buffer
              (insert-file-contents (concat (getenv "FOLDER") "/deployment.json"))
              (search-forward "\"schemaVersion\": \"1.1\",\n        \"runtime\"" nil t))
            "saves the fix")
      (find-file (concat (getenv "FOLDER") "/etc/aziot/config.toml"))
      (lsp)
      (step (eventually (lambda () (finding "EDGE201"))) "shows findings of config.toml"))
  (error (step nil "runs to the end" failure)))
(kill-emacs 0)
