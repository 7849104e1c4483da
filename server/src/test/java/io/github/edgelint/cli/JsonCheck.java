package io.github.edgelint.cli;

import io.github.edgelint.syntax.json.JsonVerdict;

/** Whether an output is JSON to a strict reader. */
final class JsonCheck {

  private JsonCheck() {}

  static boolean isJson(String text) {
    return !JsonVerdict.isRefused(text);
  }
}
