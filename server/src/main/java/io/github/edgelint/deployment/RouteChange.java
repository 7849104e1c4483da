package io.github.edgelint.deployment;

import java.util.Optional;

/**
 * What happens to a route. Texts are without secrets.
 *
 * @param before the route as it was; empty for a new one
 * @param after the route as it will be; empty for a removed one
 */
public record RouteChange(
    String name, Effect effect, Optional<String> before, Optional<String> after) {}
