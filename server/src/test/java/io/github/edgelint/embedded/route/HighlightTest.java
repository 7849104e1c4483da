package io.github.edgelint.embedded.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "FROM /messages/modules/m/outputs/o INTO $upstream"
            + " ~ FROM KEYWORD, messages PATH, modules PATH, m MODULE, outputs PATH, o ENDPOINT,"
            + " INTO KEYWORD, $upstream SINK",
        "FROM /* INTO BrokeredEndpoint(\"/modules/m/inputs/i\")"
            + " ~ FROM KEYWORD, * PATH, INTO KEYWORD, BrokeredEndpoint FUNCTION, \"/modules/ TEXT,"
            + " m MODULE, /inputs/ TEXT, i ENDPOINT, \" TEXT",
        "FROM /x WHERE NOT f (a, $b, 'c') AND 5 >= null INTO"
            + " ~ FROM KEYWORD, x PATH, WHERE KEYWORD, NOT OPERATOR, f FUNCTION, a PROPERTY,"
            + " $b SYSTEM_PROPERTY, 'c' TEXT, AND OPERATOR, 5 NUMBER, >= OPERATOR, null LITERAL,"
            + " INTO KEYWORD",
        "FROM /x /* c */ INTO $upstream WHERE a"
            + " ~ FROM KEYWORD, x PATH, /* c */ COMMENT, INTO KEYWORD, $upstream SINK,"
            + " WHERE IGNORED, a IGNORED",
        "FROM /x INTO BrokeredEndpoint(\"/m\")"
            + " ~ FROM KEYWORD, x PATH, INTO KEYWORD, BrokeredEndpoint FUNCTION, \"/m\" TEXT",
      })
  void every_piece_has_its_role(String text, String expected) {
    String highlights =
        Route.parse(text).highlights().stream()
            .map(highlight -> highlight.range().of(text) + " " + highlight.role())
            .collect(Collectors.joining(", "));
    assertThat(highlights).isEqualTo(expected);
  }
}
