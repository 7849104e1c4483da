package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** EDGE441: a release of the runtime that gets no fixes any more. */
final class RuntimeEndOfLife implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE441",
          "runtime-end-of-life",
          Severity.INFO,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    ReleaseData releases = ReleaseData.current();
    ImageUse oldest = null;
    for (ImageUse use : ImageUse.of(document)) {
      boolean old = use.image().train().filter(releases::isOutOfSupport).isPresent();
      // One finding is enough, on edgeAgent when both are old.
      if (old && use.isConcrete() && (oldest == null || use.image().isAgent())) {
        oldest = use;
      }
    }
    if (oldest != null) {
      report(oldest, releases, context);
    }
  }

  private static void report(ImageUse use, ReleaseData releases, RuleContext context) {
    RuntimeTrain train = use.image().train().orElseThrow();
    String newest = releases.newest().toString();
    String since = releases.endOfSupport(train).map(end -> " since " + end.plusDays(1)).orElse("");
    context.report(
        Finding.of(
                INFO,
                use.document(),
                use.tagRange(),
                Message.of(
                    "IoT Edge {train} is out of support{since}; {advice}.",
                    "train",
                    train,
                    "since",
                    since,
                    "advice",
                    use.document().kind() == DEVICE_CONFIG
                        ? "the daemon does not update this tag by itself"
                        : "supported releases are " + trains(releases)))
            .withFix(
                Fix.unsafe(
                    "Change the tags of the runtime to `" + newest + "`",
                    use.document(),
                    () -> ImageUse.withRuntimeTag(use.document(), newest))));
  }

  private static String trains(ReleaseData releases) {
    List<String> names = new ArrayList<>();
    releases.supported().forEach(train -> names.add(train.toString()));
    return String.join(" and ", names);
  }
}
