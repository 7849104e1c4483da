package io.github.edgelint.deployment;

import static io.github.edgelint.deployment.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FlowPictureTest {

  private static final String HOSTILE = "a\"]--></text><script>alert(1)</script>\\\n&\u0001`%%{";

  @Test
  void a_picture_shows_every_module_and_route() throws Exception {
    String svg =
        FlowPicture.svg(
            manifest()
                .module("sensor")
                .module("filter")
                .route(
                    "hot",
                    "FROM /messages/modules/sensor/* INTO"
                        + " BrokeredEndpoint(\"/modules/filter/inputs/in\")")
                .agentEnv(Manifests.PROXY)
                .flow());
    Document document = parsed(svg);
    assertThat(document.getDocumentElement().getTextContent())
        .contains("sensor", "filter", "hot", "edgeAgent", "edgeHub", "proxy http://")
        .doesNotContain("secret");
    assertThat(svg).contains("prefers-color-scheme: dark");
  }

  @Test
  void hostile_names_stay_text_in_a_picture() throws Exception {
    Document document = parsed(FlowPicture.svg(hostile()));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent()).contains("<script>");
  }

  @Test
  void no_name_turns_the_text_around_it() {
    MessageFlow flow =
        manifest()
            .module("a\u202eb")
            .route("r\u2066s", "FROM /messages/* WHERE x = '\u202ey' INTO $upstream")
            .flow();

    assertThat(List.of(FlowPicture.svg(flow), FlowText.mermaid(flow), FlowText.dot(flow)))
        .allSatisfy(
            picture ->
                assertThat(picture).doesNotContain("\u202e", "\u2066").contains("u202e", "u2066"));
  }

  @Test
  void hostile_names_stay_text_in_mermaid() {
    String mermaid = FlowText.mermaid(hostile());
    assertThat(mermaid).doesNotContain("<script>", "%%{", "`", "\\");
    assertThat(mermaid.lines().filter(line -> line.contains("script"))).hasSize(2);
  }

  @Test
  void hostile_names_stay_text_in_dot() {
    String dot = FlowText.dot(hostile());
    assertThat(dot).contains("a\\\"]--></text>").contains("\\\\\\\\n&");
    assertThat(dot.lines().filter(line -> line.contains("script")))
        .hasSize(2)
        .allMatch(line -> line.endsWith("];"));
  }

  @Test
  void a_loop_and_an_empty_deployment_can_be_drawn() throws Exception {
    parsed(FlowPicture.svg(manifest().withoutHub().flow()));
    parsed(
        FlowPicture.svg(
            manifest()
                .module("a")
                .route(
                    "self",
                    "FROM /messages/modules/a/* INTO BrokeredEndpoint(\"/modules/a/inputs/i\")")
                .route("broken", "")
                .flow()));
  }

  private static MessageFlow hostile() {
    return manifest().module(HOSTILE).route(HOSTILE, "FROM /messages/* INTO $upstream").flow();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
