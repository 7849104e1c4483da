;;; edgelint-lsp-mode.el --- edgelint through lsp-mode  -*- lexical-binding: t -*-

;; Put `edgelint' on the PATH, load this file from your init file, and start `lsp' as in every other buffer, for example
;; (add-hook 'conf-toml-mode-hook #'lsp-deferred).  It runs beside the other servers of a buffer.

(require 'lsp-mode)

(defun edgelint-file-p (name &optional _mode)
  "Whether the file NAME may be of IoT Edge."
  (string-match-p
   (rx (or (seq "deployment" (* (not "/")) ".json")
           "/docker/daemon.json"
           "/config.toml"
           "/.edgelint.toml"
           (seq (or ".service" ".socket") ".d/" (+ (not "/")) ".conf"))
       string-end)
   name))

(dolist (language '(("deployment[^/]*\\.json\\'" . "json")
                    ("/daemon\\.json\\'" . "json")
                    ("\\.toml\\'" . "toml")
                    ("\\.\\(service\\|socket\\)\\.d/[^/]+\\.conf\\'" . "systemd")))
  (add-to-list 'lsp-language-id-configuration language))

(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection '("edgelint" "serve"))
                  :activation-fn #'edgelint-file-p
                  :add-on? t
                  :server-id 'edgelint))

(provide 'edgelint-lsp-mode)
;;; edgelint-lsp-mode.el ends here
