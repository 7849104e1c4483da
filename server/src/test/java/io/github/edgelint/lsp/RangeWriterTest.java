package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

class RangeWriterTest {

  private static final Gson PLAIN = new Gson();
  private static final Gson GSON =
      new GsonBuilder().registerTypeAdapterFactory(new RangeWriter()).create();

  private static final Range RANGE = new Range(new Position(3, 14), new Position(15, 0));

  @Test
  void writesWhatTheLibraryWrites() {
    Diagnostic diagnostic = new Diagnostic(RANGE, "said \"so\"");

    assertThat(GSON.toJson(diagnostic)).isEqualTo(PLAIN.toJson(diagnostic));
  }

  @Test
  void writesNothingForARangeThatIsNotThere() {
    assertThat(GSON.toJson(new Diagnostic())).isEqualTo(PLAIN.toJson(new Diagnostic()));
  }

  @Test
  void readsWhatTheLibraryReads() {
    assertThat(GSON.fromJson(PLAIN.toJson(RANGE), Range.class)).isEqualTo(RANGE);
    assertThat(GSON.fromJson("{\"end\":{\"line\":2},\"more\":1}", Range.class))
        .isEqualTo(PLAIN.fromJson("{\"end\":{\"line\":2},\"more\":1}", Range.class));
  }
}
