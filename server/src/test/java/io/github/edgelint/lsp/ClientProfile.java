package io.github.edgelint.lsp;

import com.google.gson.JsonObject;
import io.github.edgelint.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * An editor as a server sees it: what it says in {@code initialize}, and the habits that it does
 * not tell of. Some were recorded, and are skipped where the recordings are missing; others are
 * told from their sources, in {@code src/test/resources/clients}.
 */
enum ClientProfile {
  VS_CODE("recorded vscode", Asks.AT_CARET),
  ECLIPSE("told lsp4e", Asks.FOR_FINDING),
  INTELLIJ("told lsp4ij", Asks.FOR_FINDING, "quickfix"),
  NEOVIM("told neovim", Asks.AT_CARET),
  OLD_NEOVIM("recorded nvim", Asks.AT_CARET),
  EGLOT("recorded emacs", Asks.AT_CARET),
  LSP_MODE("recorded emacs-lspmode", Asks.AT_CARET),
  KATE("recorded kate", Asks.FOR_EVERYTHING, Habit.SENDS_WHOLE_TEXTS, Habit.KNOWS_WORDS),
  ALE("recorded ale", Asks.BY_WORD, Habit.SENDS_WHOLE_TEXTS, Habit.KNOWS_WORDS),
  HELIX("told helix", Asks.AT_CARET),
  ZED("told zed", Asks.AT_CARET),
  CODEMIRROR("recorded codemirror", Asks.NEVER, Habit.SENDS_WHOLE_TEXTS),

  /** A client that can only pull, which none of the others is: VS Code made so. */
  PULLING("recorded vscode", Asks.AT_CARET, Habit.PULLS);

  /** How an editor asks for code actions. */
  enum Asks {
    /** At the cursor, with the findings there. */
    AT_CARET,
    /** With one finding and its range. */
    FOR_FINDING,
    /** With one finding and the range of the whole document. */
    FOR_EVERYTHING,
    /** With the range of the word at the cursor and without any finding. */
    BY_WORD,
    NEVER
  }

  enum Habit {
    /** Changes come as whole texts, whatever was agreed. */
    SENDS_WHOLE_TEXTS,
    /** What is typed is the word before the cursor, whatever an item replaces. */
    KNOWS_WORDS,
    PULLS
  }

  private final String source;
  final Asks asks;
  final String only;
  private final java.util.Set<Habit> habits;

  ClientProfile(String source, Asks asks, Habit... habits) {
    this(source, asks, "", habits);
  }

  ClientProfile(String source, Asks asks, String only, Habit... habits) {
    this.source = source;
    this.asks = asks;
    this.only = only;
    this.habits = java.util.Set.of(habits);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /** A client with these capabilities, which has not said anything yet. */
  TestClient client() {
    String name = source.substring(source.indexOf(' ') + 1);
    try {
      JsonObject initialize = TestClient.gson().fromJson(initialize(name), JsonObject.class);
      if (has(Habit.PULLS)) {
        initialize
            .getAsJsonObject("capabilities")
            .getAsJsonObject("textDocument")
            .remove("publishDiagnostics");
      }
      return TestClient.saying(initialize.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String initialize(String name) throws IOException {
    if (source.startsWith("recorded")) {
      return Files.readString(
          Shared.assumePresent("editors/captures/" + name + ".initialize.json"));
    }
    try (InputStream told = ClientProfile.class.getResourceAsStream("/clients/" + name + ".json")) {
      return new String(told.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
