;;; edgelint-eglot.el --- edgelint through eglot  -*- lexical-binding: t -*-

;; Emacs 28 or newer (eglot is in Emacs since 29, before in GNU ELPA). Put `edgelint' on the PATH and load this file
;; from your init file.  It looks at JSON, TOML and systemd files; what is not of IoT Edge stays without findings.

(require 'eglot)

(define-derived-mode edgelint-json-mode js-mode "IoT Edge JSON")
(define-derived-mode edgelint-toml-mode conf-toml-mode "IoT Edge TOML")
(define-derived-mode edgelint-unit-mode conf-unix-mode "IoT Edge unit")
(put 'edgelint-json-mode 'eglot-language-id "json")
(put 'edgelint-toml-mode 'eglot-language-id "toml")
(put 'edgelint-unit-mode 'eglot-language-id "systemd")

;; Modes of their own: other JSON, TOML and unit files keep the modes and servers that they have.
(dolist (entry '(("deployment[^/]*\\.json\\'" . edgelint-json-mode)
                 ("/docker/daemon\\.json\\'" . edgelint-json-mode)
                 ("/\\(aziot\\|iotedge\\)/config\\.toml\\'" . edgelint-toml-mode)
                 ("/\\.edgelint\\.toml\\'" . edgelint-toml-mode)
                 ("\\.\\(service\\|socket\\)\\.d/[^/]+\\.conf\\'" . edgelint-unit-mode)))
  (add-to-list 'auto-mode-alist entry))

(add-to-list 'eglot-server-programs
             '((edgelint-json-mode edgelint-toml-mode edgelint-unit-mode) . ("edgelint" "serve")))
(dolist (hook '(edgelint-json-mode-hook edgelint-toml-mode-hook edgelint-unit-mode-hook))
  (add-hook hook #'eglot-ensure))

;; (setq-default eglot-workspace-configuration '(:edgelint (:version "1.5")))

(provide 'edgelint-eglot)
;;; edgelint-eglot.el ends here
