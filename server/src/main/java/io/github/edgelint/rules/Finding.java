package io.github.edgelint.rules;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that is wrong, with all its data.
 *
 * @param rule who says so
 * @param severity not worse than that of the rule
 * @param document where it stands
 * @param range what is underlined, in UTF-16 offsets of the document
 * @param subject the whole thing it speaks of (a module, a route, a section), by which the order of
 *     precedence decides; mostly the range itself
 * @param message what is wrong, what the runtime will do, what to write instead
 * @param related other places that belong to it
 * @param fixes ways to mend it, best first
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    Document document,
    TextRange range,
    TextRange subject,
    Message message,
    List<Related> related,
    List<Fix> fixes) {

  public Finding {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** A finding of the rule's own severity without fixes. */
  public static Finding of(RuleInfo rule, Document document, TextRange range, Message message) {
    return new Finding(
        rule, rule.severity(), document, range, range, message, List.of(), List.of());
  }

  public String code() {
    return rule.code();
  }

  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, document, range, subject, message, related, fixes);
  }

  /** The same finding about a larger thing than what is underlined. */
  public Finding about(TextRange whole) {
    return new Finding(rule, severity, document, range, whole, message, related, fixes);
  }

  public Finding relatedTo(Document place, TextRange where, String what) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, where, what));
    return new Finding(rule, severity, document, range, subject, message, more, fixes);
  }

  public Finding withFix(Fix fix) {
    List<Fix> more = new ArrayList<>(fixes);
    more.add(fix);
    return new Finding(rule, severity, document, range, subject, message, related, more);
  }

  public Finding withFix(Optional<Fix> fix) {
    return fix.map(this::withFix).orElse(this);
  }

  /** Whether it speaks of its document and of nothing else, and so do its fixes. */
  public boolean isWithinDocument() {
    for (Related place : related) {
      if (place.document() != document) {
        return false;
      }
    }
    for (Fix fix : fixes) {
      if (!fix.isWithin(document)) {
        return false;
      }
    }
    return true;
  }

  /** What a finding within its document says of another document of equal text. */
  public Finding in(Document equal) {
    List<Related> places = new ArrayList<>(related.size());
    for (Related place : related) {
      places.add(new Related(equal, place.range(), place.message()));
    }
    List<Fix> mends = new ArrayList<>(fixes.size());
    for (Fix fix : fixes) {
      mends.add(fix.in(equal));
    }
    return new Finding(rule, severity, equal, range, subject, message, places, mends);
  }
}
