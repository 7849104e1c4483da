package io.github.edgelint.cli;

import io.github.edgelint.rules.Severity;

/** Colours of a terminal; without colour every method gives its text back. */
record Ansi(boolean on) {

  String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  String cyan(String text) {
    return styled("36", text);
  }

  String green(String text) {
    return styled("32", text);
  }

  String red(String text) {
    return styled("31", text);
  }

  String severity(Severity severity, String text) {
    return styled(
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case INFO -> "1;34";
          case HINT -> "1;36";
        },
        text);
  }

  private String styled(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
