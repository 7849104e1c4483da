package io.github.edgelint.cli;

import java.util.Locale;

/** How a report is written. */
enum Format {
  TEXT,
  CONCISE,
  JSON,
  SARIF,
  GITHUB,
  AZURE,
  GITLAB,
  JUNIT,
  CHECKSTYLE,
  MARKDOWN,
  HTML;

  /** The format that the command line calls so, or null; letter case matters here. */
  static Format ofWord(String word) {
    for (Format format : values()) {
      if (format.toString().equals(word)) {
        return format;
      }
    }
    return null;
  }

  /**
   * The writer of this format.
   *
   * @param colour whether text may be coloured
   * @param summary whether text ends with a line that counts
   */
  Reporter reporter(boolean colour, boolean summary) {
    return switch (this) {
      case TEXT -> new TextReporter(new Ansi(colour), false, summary);
      case CONCISE -> new TextReporter(new Ansi(colour), true, summary);
      case JSON -> new JsonReporter();
      case SARIF -> new SarifReporter();
      case GITHUB -> new GithubReporter();
      case AZURE -> new AzureReporter();
      case GITLAB -> new GitlabReporter();
      case JUNIT -> new JunitReporter();
      case CHECKSTYLE -> new CheckstyleReporter();
      case MARKDOWN -> new MarkdownReporter();
      case HTML -> new HtmlReporter();
    };
  }

  /** The word of the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
