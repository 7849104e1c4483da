package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Where a route takes its messages from: a path behind {@code FROM}.
 *
 * <p>edgeHub drops the stars and slashes at the end and takes every message whose own path begins
 * with the rest, part for part and without regard to letter case; a star elsewhere is a letter like
 * any other (source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/messageSources).
 *
 * @param range the path with its first slash
 * @param parts what stands between the slashes, first to last; may be empty in a damaged route
 */
public record RouteSource(TextRange range, List<RouteName> parts) {

  public RouteSource {
    parts = List.copyOf(parts);
  }

  /** The path as edgeHub reads it, without the blanks and comments between its parts. */
  public String path() {
    StringBuilder path = new StringBuilder();
    parts.forEach(part -> path.append('/').append(part.text()));
    return path.toString();
  }

  /** Whether a placeholder hides a part of the path. */
  public boolean unknown() {
    return parts.stream().anyMatch(RouteName::unknown);
  }

  /** The module in {@code /messages/modules/<module>}, unless it is a star. */
  public Optional<RouteName> module() {
    return isModulePath() ? part(2).filter(part -> !part.isWildcard()) : Optional.empty();
  }

  /** The output in {@code /messages/modules/<module>/outputs/<output>}, unless it is a star. */
  public Optional<RouteName> output() {
    return isModulePath() && part(3).filter(part -> part.is("outputs")).isPresent()
        ? part(4).filter(part -> !part.isWildcard())
        : Optional.empty();
  }

  private boolean isModulePath() {
    return parts.size() > 2 && parts.get(0).is("messages") && parts.get(1).is("modules");
  }

  private Optional<RouteName> part(int index) {
    return index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
  }

  /**
   * Whether the source takes messages with a path such as {@code /messages/modules/m/outputs/o}.
   * Always false when a placeholder hides a part.
   */
  public boolean takes(String messagePath) {
    return !unknown() && startsWith(closed(messagePath), prefix());
  }

  /** Whether the source takes whatever a module sends through whichever output. */
  public boolean takesAllOf(String module) {
    return takes("/messages/modules/" + module + "/outputs");
  }

  private String prefix() {
    String path = path();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '*') {
      end--;
    }
    return closed(path.substring(0, end));
  }

  private static String closed(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end) + "/";
  }

  /** What keeps every message from this source; empty where a placeholder hides the rest. */
  public Optional<SourceFault> fault() {
    for (int i = 0; i < parts.size(); i++) {
      RouteName part = parts.get(i);
      boolean last = i == parts.size() - 1;
      if (part.unknown()) {
        return Optional.empty();
      }
      if (part.isWildcard() && last) {
        return Optional.empty();
      }
      List<String> allowed = allowed(i);
      if (part.text().indexOf('*') >= 0) {
        return Optional.of(
            new SourceFault(
                part.isWildcard()
                    ? SourceFault.Kind.STAR_BEFORE_END
                    : SourceFault.Kind.STAR_IN_NAME,
                part,
                allowed));
      }
      if (!allowed.isEmpty() && allowed.stream().noneMatch(part::is)) {
        return Optional.of(new SourceFault(SourceFault.Kind.UNKNOWN_WORD, part, allowed));
      }
    }
    return Optional.empty();
  }

  /** The words that edgeHub knows as the part at {@code index}; empty where any name may stand. */
  private List<String> allowed(int index) {
    boolean messages = parts.get(0).is("messages");
    return switch (index) {
      case 0 -> List.of("messages", "twinChangeNotifications");
      case 1 -> messages ? List.of("modules") : List.of();
      case 3 -> messages ? List.of("outputs") : List.of();
      default -> List.of();
    };
  }

  private static boolean startsWith(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
