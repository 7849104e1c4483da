package io.github.edgelint.workspace;

import java.util.List;
import java.util.Optional;

/**
 * Whether a device sits behind a proxy.
 *
 * @param stated what the settings say; they go before all evidence
 * @param evidence what shows it, the strongest first: settings that say yes, then the files, also
 *     where the settings say no
 */
public record ProxyIntent(Optional<Setting<Boolean>> stated, List<ProxyEvidence> evidence) {

  public ProxyIntent {
    evidence = List.copyOf(evidence);
  }

  public boolean isYes() {
    return stated.isPresent() ? stated.get().value() : !evidence.isEmpty();
  }

  /** The strongest evidence, where the answer is yes. */
  public Optional<ProxyEvidence> first() {
    return isYes() && !evidence.isEmpty() ? Optional.of(evidence.get(0)) : Optional.empty();
  }
}
