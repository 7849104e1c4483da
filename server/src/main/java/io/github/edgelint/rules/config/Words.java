package io.github.edgelint.rules.config;

import java.util.List;

/** Words of messages. */
final class Words {

  private Words() {}

  /** Names in backquotes: {@code `a`}, {@code `b`} and {@code `c`}. */
  static String list(List<String> names) {
    return joined(names, " and ");
  }

  /** Names in backquotes: {@code `a`}, {@code `b`} or {@code `c`}. */
  static String choice(List<String> names) {
    return joined(names, " or ");
  }

  private static String joined(List<String> names, String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : i == names.size() - 1 ? last : ", ");
      text.append('`').append(names.get(i)).append('`');
    }
    return text.toString();
  }
}
