package io.github.edgelint.workspace;

import io.github.edgelint.text.TextRange;
import java.util.Optional;

/**
 * One line of {@code [rules]}.
 *
 * @param rule code or slug as written; nobody has checked that there is such a rule
 * @param file the settings file
 * @param range where the name of the rule stands
 */
public record RuleSetting(String rule, Level level, DocPath file, TextRange range) {

  /** What becomes of the findings of a rule. */
  public enum Level {
    OFF("off"),
    HINT("hint"),
    INFO("info"),
    WARNING("warning"),
    ERROR("error");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    static Optional<Level> ofLabel(String label) {
      for (Level level : values()) {
        if (level.label.equals(label)) {
          return Optional.of(level);
        }
      }
      return Optional.empty();
    }
  }
}
