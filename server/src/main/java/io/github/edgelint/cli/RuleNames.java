package io.github.edgelint.cli;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import java.util.Iterator;
import java.util.stream.Stream;

/** The codes and slugs of all rules. */
final class RuleNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return RuleCatalog.infos().stream()
        .flatMap((RuleInfo info) -> Stream.of(info.code(), info.slug()))
        .iterator();
  }
}
