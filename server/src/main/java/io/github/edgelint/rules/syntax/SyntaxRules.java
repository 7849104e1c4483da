package io.github.edgelint.rules.syntax;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 0xx. */
public final class SyntaxRules {

  private SyntaxRules() {}

  public static List<Rule> all() {
    return List.of(
        new JsonSyntax(),
        new JsonNotStrict(),
        new JsonDuplicateKey(),
        new TomlSyntax(),
        new TomlDefinedTwice(),
        new TomlNewerSyntax(),
        new UnitLineIgnored(),
        new FileEncoding(),
        new InvisibleCharacter(),
        new MergeConflictMarker(),
        new DaemonConfigFile());
  }
}
