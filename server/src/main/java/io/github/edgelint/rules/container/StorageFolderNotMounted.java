package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE618: state of edgeAgent or edgeHub that is lost with its container. */
final class StorageFolderNotMounted extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE618",
          "storage-folder-not-mounted",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    Optional<EnvVariable> folder = StorageFolder.of(container);
    // On Kubernetes, of which there was a preview, volumes are mounted by options of its own.
    if (folder.isEmpty()
        || !(container.isReadable() || container.options().isEmpty())
        || container.document().tree().isDamaged(container.subject())
        || container.options().member("k8s-experimental").isPresent()
        || isElsewhere(container, context)) {
      return;
    }
    String path = folder.get().value().orElse("");
    boolean known = folder.get().isConcrete() && path.startsWith("/");
    Mounts mounts = Mounts.of(container);
    String child = container.owner();
    if (!known || mounts.covering(path, child).isPresent()) {
      return;
    }
    boolean fallback = mounts.covering("/tmp/" + child, child).isPresent();
    Finding finding =
        Finding.of(
                INFO,
                container.document(),
                folder.get().valueRange(),
                Message.of(
                    "Nothing is mounted at `{folder}`; {module} keeps its state inside the"
                        + " container and loses it whenever the container is re-created.",
                    "folder",
                    path,
                    "module",
                    container.owner()))
            .withSeverity(fallback ? Severity.INFO : Severity.WARNING);
    if (container.options().root() instanceof ObjectNode root) {
      String source = "/srv/" + child;
      NewValue bind = NewValue.text(source + ":" + path);
      finding =
          finding.withFix(
              container.fix(
                  "Add a bind",
                  Applicability.PLACEHOLDER,
                  () -> {
                    JsonEditor editor = container.editor();
                    ConfigNode binds = container.options().hostConfig("Binds");
                    if (binds instanceof ArrayNode array) {
                      return editor.append(array, bind);
                    }
                    return container.options().at("HostConfig") instanceof ObjectNode host
                        ? editor.insert(host, "Binds", NewValue.array(bind))
                        : editor.insert(
                            root, "HostConfig", NewValue.object("Binds", NewValue.array(bind)));
                  }));
    }
    context.report(container.aboutUnread(finding, "Binds", "Mounts"));
  }

  /** Whether the options are not where they belong, of which other rules speak. */
  private static boolean isElsewhere(Container container, RuleContext context) {
    if (!container.options().isEmpty()) {
      return false;
    }
    Document document = container.document();
    if (container.module().isEmpty()) {
      boolean config = document.tree().root().at("agent", "config").isPresent();
      return !config
          || Misspelling.onTheWay(document, List.of("agent", "config", "createOptions"))
              .filter(misspelling -> misspelling.isReported(context))
              .isPresent();
    }
    Optional<ObjectNode> settings = container.module().get().settings();
    return settings.isEmpty()
        || settings.get().memberIgnoreCase("image").isEmpty()
        || Misspelling.of(document, settings.get(), "createOptions")
            .filter(misspelling -> misspelling.isReported(context))
            .isPresent();
  }
}
