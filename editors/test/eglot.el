;;; eglot.el --- eglot against the packaged server  -*- lexical-binding: t -*-
;; Environment: SNIPPET, FOLDER (a copy of examples/behind-proxy-broken), REPORT.
;; Batch mode has no command loop: what eglot leaves to post-command-hook and idle timers is called here by name.

(require 'cl-lib)
(package-initialize)
(setq make-backup-files nil
      create-lockfiles nil
      eglot-sync-connect 20
      eglot-connect-timeout 20)

(defun step (ok name &optional seen)
  (append-to-file (if ok (format "ok %s\n" name)
                    (format "not ok %s: %s\n" name (replace-regexp-in-string "[\n\t ]+" " " (format "%S" seen))))
                  nil (getenv "REPORT")))

(defun eventually (condition)
  (let ((end (+ (float-time) 20)) result)
    (while (and (not (setq result (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.02))
    result))

(defun visit (file)
  (find-file (concat (getenv "FOLDER") "/" file))
  (unless (eglot-current-server)
    (apply #'eglot--connect (eglot--guess-contact)))
  (eglot--maybe-activate-editing-mode))

(defun finding (code)
  (flymake-start nil t)
  (cl-find-if (lambda (d) (string-match-p code (flymake-diagnostic-text d))) (flymake-diagnostics)))

(condition-case failure
    (progn
      (load (getenv "SNIPPET") nil t)
      (visit "deployment.json")
      (step (eventually (lambda () (finding "EDGE404"))) "shows the finding" (flymake-diagnostics))
      (step (= 5 (line-number-at-pos (flymake-diagnostic-beg (finding "EDGE404")))) "at its line" (finding "EDGE404"))

      (goto-char (flymake-diagnostic-beg (finding "EDGE404")))
      (let (shown (last-nonmenu-event t))
        (cl-letf (((symbol-function 'completing-read)
                   (lambda (_prompt choices &rest _)
                     (setq shown (all-completions "" choices))
                     (car shown))))
          (eglot-code-actions (point) (point) nil t))
        (step (eventually (lambda () (string-match-p "\"schemaVersion\": \"1\\.1\",\n        \"runtime\"" (buffer-string))))
              "applies the first quick fix" shown))
      (eglot--signal-textDocument/didChange)
      (step (eventually (lambda () (not (finding "EDGE404")))) "the finding goes away" (flymake-diagnostics))

      (goto-char (point-min))
      (search-forward "\"restartPolicy\": \"always")
      (delete-char -6)
      (insert "on")
      (eglot--signal-textDocument/didChange)
      (let* ((answer (eglot-completion-at-point))
             (labels (all-completions "on" (nth 2 answer))))
        (step (cl-some (lambda (l) (string-match-p "on-unhealthy" l)) labels) "completes values" labels))
      (delete-char -2)
      (insert "always")
      (eglot--signal-textDocument/didChange)

      (goto-char (point-min))
      (search-forward "\"restartPol")
      (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
        (step (string-match-p "unless-stopped" (format "%S" (plist-get hover :contents)))
              "explains the key under the cursor" hover))

      (goto-char (point-min))
      (search-forward "\"pressMon")
      (eglot-rename "gauge")
      (step (string-match-p "/messages/modules/gauge/" (buffer-string)) "renames a module in its routes" (buffer-string))

      (save-buffer)
      (step (with-temp-buffer
              (insert-file-contents (concat (getenv "FOLDER") "/deployment.json"))
              (search-forward "\"schemaVersion\": \"1.1\",\n        \"runtime\"" nil t))
            "saves the fix")

      (visit "etc/aziot/config.toml")
      (step (eventually (lambda () (finding "EDGE201"))) "shows findings of config.toml" (flymake-diagnostics))
      (visit "etc/systemd/system/aziot-edged.service.d/proxy.conf")
      (step (eventually (lambda () (finding "EDGE261"))) "shows findings of a systemd drop-in" (flymake-diagnostics))

      (let ((server (eglot-current-server)))
        (eglot-shutdown server nil 10)
        (step (not (jsonrpc-running-p server)) "the server ends when asked")))
  (error (step nil "runs to the end" failure)))
(kill-emacs 0)
