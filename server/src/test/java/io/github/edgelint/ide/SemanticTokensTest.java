package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticTokensTest {

  private static Document manifest(String... routes) {
    List<String> members = new ArrayList<>();
    for (String route : routes) {
      members.add("\"r" + members.size() + "\": \"" + route + "\"");
    }
    String text =
        "{\"modulesContent\": {\"$edgeHub\": {\"properties.desired\": {\"routes\": {\n"
            + String.join(",\n", members)
            + "\n}}}}}";
    return Document.of(new DocPath("/deployment.json"), SourceText.of(text));
  }

  private static List<String> shown(Document document, TextRange part) {
    return SemanticTokens.of(document, part).stream()
        .map(token -> token.role() + " " + token.range().of(document.source().text()))
        .toList();
  }

  private static List<String> shown(Document document) {
    return shown(document, new TextRange(0, document.source().length()));
  }

  @Test
  void a_route_is_more_than_a_string() {
    assertThat(
            shown(
                manifest(
                    "FROM /messages/modules/m/outputs/o WHERE length(a) > 3 AND"
                        + " $connectionDeviceId = 'd' INTO"
                        + " BrokeredEndpoint(\\\"/modules/n/inputs/i\\\")")))
        .containsExactly(
            "KEYWORD FROM",
            "PATH messages",
            "PATH modules",
            "MODULE m",
            "PATH outputs",
            "ENDPOINT o",
            "KEYWORD WHERE",
            "FUNCTION length",
            "PROPERTY a",
            "OPERATOR >",
            "NUMBER 3",
            "OPERATOR AND",
            "SYSTEM_PROPERTY $connectionDeviceId",
            "OPERATOR =",
            "TEXT 'd'",
            "KEYWORD INTO",
            "FUNCTION BrokeredEndpoint",
            "TEXT \\\"/modules/",
            "MODULE n",
            "TEXT /inputs/",
            "ENDPOINT i",
            "TEXT \\\"");
  }

  @Test
  void only_routes_that_touch_the_part_count() {
    Document document = manifest("FROM /a INTO $upstream", "FROM /b INTO $upstream");
    int second = document.source().text().indexOf("/b");

    assertThat(shown(document, TextRange.ofLength(second, 1))).contains("PATH b");
    assertThat(shown(document, TextRange.ofLength(second, 1))).doesNotContain("PATH a");
  }

  @Test
  void tokens_come_in_order_and_within_lines() {
    Document document =
        manifest(
            "FROM /a INTO $upstream", "FROM /* WHERE x = '\\u0041' INTO $upstream", "FROM", "");
    int last = 0;
    for (SemanticToken token :
        SemanticTokens.of(document, new TextRange(0, document.source().length()))) {
      assertThat(token.range().start()).isGreaterThanOrEqualTo(last);
      assertThat(token.range().isEmpty()).isFalse();
      assertThat(token.range().of(document.source().text())).doesNotContain("\n");
      last = token.range().end();
    }
    assertThat(last).isPositive();
  }

  @Test
  void other_documents_have_none() {
    assertThat(
            shown(
                Document.of(
                    new DocPath("/etc/aziot/config.toml"), SourceText.of("hostname = \"FROM /\""))))
        .isEmpty();
  }
}
