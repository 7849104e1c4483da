package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HoverTest {

  /** A text with a cursor, and lines of the hover; a line with a hyphen must not be there. */
  record Case(String title, Marked marked, List<String> expected) {

    static Case parse(String part) {
      String[] lines = part.split("\n", 3);
      String[] texts = lines[2].split("(?m)^---\n", 2);
      return new Case(lines[0], Marked.of(lines[1], texts[0]), texts[1].lines().toList());
    }

    String hover() {
      Workspace workspace = Workspace.of(List.of(new DocPath("/project")));
      Snapshot snapshot = Snapshot.of(workspace, List.of(marked.document()));
      return Hover.at(snapshot, marked.document(), marked.offset())
          .map(HoverText::markdown)
          .orElse("");
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream stream = HoverTest.class.getResourceAsStream("/completion/hover.txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^=== "))
          .filter(part -> !part.isBlank())
          .map(Case::parse);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_place_is_explained(Case each) {
    String hover = each.hover();
    for (String line : each.expected()) {
      // A list of values starts with a hyphen and a blank.
      if (line.startsWith("-") && !line.startsWith("- ")) {
        assertThat(hover).doesNotContain(line.substring(1));
      } else {
        assertThat(hover).contains(line);
      }
    }
  }
}
