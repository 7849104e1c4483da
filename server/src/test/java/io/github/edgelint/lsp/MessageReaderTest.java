package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

  private static final String NEXT = message("{\"jsonrpc\":\"2.0\",\"method\":\"next\"}");

  private final List<Message> received = new ArrayList<>();
  private final List<Message> answered = new ArrayList<>();

  private static String message(String json) {
    return "Content-Length: " + json.length() + "\r\n\r\n" + json;
  }

  private void read(String sent) {
    new MessageReader(
            new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)),
            LanguageServerProcess.messages(Map.of()),
            (message, issues) -> {},
            answered::add)
        .listenFor(received::add);
  }

  private void assertRefused(ResponseErrorCode code) {
    assertThat(answered)
        .isNotEmpty()
        .allSatisfy(
            message -> {
              ResponseMessage answer = (ResponseMessage) message;
              assertThat(answer.getRawId()).isNull();
              assertThat(answer.getError().getCode()).isEqualTo(code.getValue());
            });
  }

  private void assertReadOn() {
    assertThat(received)
        .extracting(message -> ((NotificationMessage) message).getMethod())
        .containsExactly("next");
  }

  @Test
  void messages_are_received_and_nothing_is_said() {
    read(NEXT);

    assertReadOn();
    assertThat(answered).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "{a b}"})
  void what_is_no_json_is_a_parse_error(String json) {
    read(message(json) + NEXT);

    assertRefused(ResponseErrorCode.ParseError);
    assertReadOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "5", "null", "", "{\"jsonrpc\":\"2.0\",\"params\":{}}"})
  void json_that_is_no_message_is_an_invalid_request(String json) {
    read(message(json) + NEXT);

    assertRefused(ResponseErrorCode.InvalidRequest);
    assertReadOn();
  }

  @Test
  void a_number_that_is_none_is_a_parse_error() {
    read(message("{\"jsonrpc\":\"2.0\",\"id\":9999999999999999999,\"method\":\"lost\"}") + NEXT);

    assertRefused(ResponseErrorCode.ParseError);
    assertReadOn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: json\r\n\r\n{\"method\":\"lost\"}",
        "Content-Length: many\r\n\r\n{\"method\":\"lost\"}",
        "Content-Length: -3\r\n\r\n{\"method\":\"lost\"}",
        "Content-Length: 9\r\n\r\n{\"method\":\"lost\"}",
        "{\"method\":\"lost\"}",
      })
  void the_next_message_is_found_after_one_without_its_length(String sent) {
    read(sent + NEXT);

    assertRefused(ResponseErrorCode.ParseError);
    assertReadOn();
  }
}
