package io.github.edgelint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What several rules read out of a document in the same way. */
class SharedReadingTest {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE100", "unknown-key", Severity.WARNING, DocumentKind.DEVICE_CONFIG);

  private record Lines(int count) {}

  /** Notes each document that it has to read itself, and what it is given. */
  private record LineCounter(List<String> read, List<Lines> given) implements DocumentRule {

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public void check(Document document, RuleContext context) {
      given.addAll(context.shared(Lines.class, document, () -> List.of(read(document))));
    }

    private Lines read(Document document) {
      read.add(document.path().name());
      return new Lines(document.source().lines().lineCount());
    }
  }

  @Test
  void is_read_once_for_each_document() {
    LineCounter first = new LineCounter(new ArrayList<>(), new ArrayList<>());
    LineCounter second = new LineCounter(first.read(), new ArrayList<>());
    new Analyzer(List.of(first, second))
        .analyze(
            Project.of(
                Map.of(
                    "a.toml", "[provisioning]\nsource = \"manual\"\n",
                    "b.toml", "[provisioning]\nsource = \"manual\"\n\n")));
    assertThat(first.read()).containsExactlyInAnyOrder("a.toml", "b.toml");
    assertThat(second.given()).hasSize(2).isEqualTo(first.given());
  }
}
