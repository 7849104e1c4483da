package io.github.edgelint.rules.schema;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 1xx. */
public final class SchemaRules {

  private SchemaRules() {}

  public static List<Rule> all() {
    return List.of(
        new UnknownKey(),
        new KeyLetterCase(),
        new KeyInWrongPlace(),
        new RootKeyBelowTable(),
        new MissingKey(),
        new WrongType(),
        new ValueNotAllowed(),
        new ValueOutOfRange(),
        new BadFormat(),
        new CommentInDataMap(),
        new StricterPublishedSchema(),
        new NewerThanTarget());
  }
}
