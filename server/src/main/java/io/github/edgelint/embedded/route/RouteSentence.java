package io.github.edgelint.embedded.route;

import java.util.Optional;

/** Says in one English sentence what a route does. */
final class RouteSentence {

  private final Route route;

  private RouteSentence(Route route) {
    this.route = route;
  }

  static String of(Route route) {
    return new RouteSentence(route).sentence();
  }

  private String sentence() {
    if (!route.isReadable() || route.source().isEmpty() || route.sink().isEmpty()) {
      return "edgeHub cannot read this route.";
    }
    return "Sends "
        + from(route.source().get())
        + " to "
        + to(route.sink().get())
        + when()
        + ignored()
        + ".";
  }

  private static String from(RouteSource source) {
    if (source.unknown()) {
      return "messages of `" + source.path() + "`";
    }
    if (source.fault().filter(RouteSentence::isFatal).isPresent()) {
      return "nothing, since no message comes from `" + source.path() + "`,";
    }
    if (source.takesAllOf("*")) {
      return source.takes("/twinChangeNotifications")
          ? "every message and every change of reported properties"
          : source.takes("/messages")
              ? "every message of modules and downstream devices"
              : "every message of modules";
    }
    if (source.takes("/twinChangeNotifications")) {
      return "every change of reported properties";
    }
    Optional<RouteName> module = source.module();
    return module.isPresent()
        ? fromModule(source, module.get())
        : "messages of `" + source.path() + "`";
  }

  /** Whether the source takes nothing at all; a star at the very end leaves something. */
  private static boolean isFatal(SourceFault fault) {
    return fault.kind() != SourceFault.Kind.STAR_IN_NAME;
  }

  private static String fromModule(RouteSource source, RouteName module) {
    Optional<RouteName> output = source.output();
    return output.isPresent()
        ? "what module `" + module.text() + "` sends through output `" + bare(output.get()) + "`"
        : "everything that module `" + module.text() + "` sends";
  }

  private static String bare(RouteName name) {
    int end = name.text().length();
    while (end > 1 && name.text().charAt(end - 1) == '*') {
      end--;
    }
    return name.text().substring(0, end);
  }

  private static String to(RouteSink sink) {
    if (sink instanceof RouteSink.System system) {
      return system.isUpstream()
          ? "IoT Hub, or to the parent device"
          : "`" + system.name().text() + "`, which edgeHub does not know";
    }
    RouteSink.Endpoint endpoint = (RouteSink.Endpoint) sink;
    if (endpoint.module().isEmpty() || endpoint.input().isEmpty()) {
      return "an endpoint that edgeHub cannot find";
    }
    return "input `"
        + endpoint.input().get().text()
        + "` of module `"
        + endpoint.module().get().text()
        + "`";
  }

  private String when() {
    return route
        .condition()
        .map(condition -> ", when `" + condition.range().of(route.text()) + "`")
        .orElse("");
  }

  private String ignored() {
    return route
        .ignoredText()
        .map(ignored -> "; `" + ignored.range().of(route.text()) + "` has no effect")
        .orElse("");
  }
}
