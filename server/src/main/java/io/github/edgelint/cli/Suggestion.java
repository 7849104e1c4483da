package io.github.edgelint.cli;

import io.github.edgelint.iotedge.value.NearestName;
import java.util.Collection;
import java.util.Optional;

/** What somebody who mistyped a name may have meant. */
final class Suggestion {

  private Suggestion() {}

  /** The known name that is nearest, if any is near; a part of a longer name is near, too. */
  static Optional<String> near(String name, Collection<String> known) {
    return NearestName.of(name, known)
        .or(
            () ->
                name.length() < 4
                    ? Optional.empty()
                    : known.stream().filter(candidate -> candidate.contains(name)).findFirst());
  }
}
