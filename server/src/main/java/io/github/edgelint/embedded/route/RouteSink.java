package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a route sends its messages: the endpoint behind {@code INTO}. */
public sealed interface RouteSink {

  /** The whole endpoint. */
  TextRange range();

  /**
   * What is wrong with the endpoint; empty where edgeHub accepts it and can deliver to it, and
   * where a placeholder hides a part of it.
   */
  Optional<Fault> fault();

  /** Why no message arrives at an endpoint. */
  enum Fault {
    /** A dollar word that is not {@code $upstream}; edgeHub refuses the route. */
    UNKNOWN_ENDPOINT,
    /** A function that is not {@code BrokeredEndpoint}; edgeHub refuses the route. */
    UNKNOWN_FUNCTION,
    /** An address that has not exactly four parts; edgeHub refuses the route. */
    PART_COUNT,
    /** Another word than {@code modules} or {@code inputs}; edgeHub takes it all the same. */
    WORDS;

    /** Whether edgeHub refuses the route, and with it all others. */
    public boolean isRefused() {
      return this != WORDS;
    }
  }

  /** {@code $upstream}, or another word with a dollar sign. */
  record System(RouteName name) implements RouteSink {

    public static final String UPSTREAM = "$upstream";

    @Override
    public TextRange range() {
      return name.range();
    }

    public boolean isUpstream() {
      return name.is(UPSTREAM);
    }

    @Override
    public Optional<Fault> fault() {
      return name.unknown() || isUpstream()
          ? Optional.empty()
          : Optional.of(Fault.UNKNOWN_ENDPOINT);
    }
  }

  /**
   * {@code BrokeredEndpoint("/modules/<module>/inputs/<input>")}, or a call of another function.
   *
   * @param address what stands between the quotes, as written: edgeHub undoes no escapes here
   * @param parts the address cut at its slashes, without the one at either end
   */
  record Endpoint(TextRange range, RouteName function, RouteName address, List<RouteName> parts)
      implements RouteSink {

    public static final String FUNCTION = "BrokeredEndpoint";

    /** How many parts an address has. */
    private static final int PARTS = 4;

    static Endpoint of(TextRange range, RouteName function, RouteName address) {
      return new Endpoint(range, function, address, cut(address));
    }

    public Endpoint {
      parts = List.copyOf(parts);
    }

    /** The module that gets the messages, when the address names one. */
    public Optional<RouteName> module() {
      return parts.size() == PARTS ? Optional.of(parts.get(1)) : Optional.empty();
    }

    /** The input of the module, when the address names one. */
    public Optional<RouteName> input() {
      return parts.size() == PARTS ? Optional.of(parts.get(3)) : Optional.empty();
    }

    @Override
    public Optional<Fault> fault() {
      if (!function.unknown() && !function.is(FUNCTION)) {
        return Optional.of(Fault.UNKNOWN_FUNCTION);
      }
      if (function.unknown() || address.unknown()) {
        return Optional.empty();
      }
      if (parts.size() != PARTS) {
        return Optional.of(Fault.PART_COUNT);
      }
      return parts.get(0).is("modules") && parts.get(2).is("inputs")
          ? Optional.empty()
          : Optional.of(Fault.WORDS);
    }

    private static List<RouteName> cut(RouteName address) {
      String text = address.text();
      int start = 0;
      int end = text.length();
      while (start < end && isBlank(text.charAt(start))) {
        start++;
      }
      while (end > start && isBlank(text.charAt(end - 1))) {
        end--;
      }
      if (start < end && text.charAt(start) == '/') {
        start++;
      }
      if (start < end && text.charAt(end - 1) == '/') {
        end--;
      }
      List<RouteName> parts = new ArrayList<>();
      int from = start;
      for (int at = start; at <= end; at++) {
        if (at == end || text.charAt(at) == '/') {
          TextRange range = new TextRange(from, at);
          parts.add(
              new RouteName(
                  range.of(text), range.shift(address.range().start()), address.unknown()));
          from = at + 1;
        }
      }
      return parts;
    }

    // What .NET trims: also the no-break space.
    private static boolean isBlank(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
  }
}
