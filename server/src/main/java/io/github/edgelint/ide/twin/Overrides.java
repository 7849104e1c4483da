package io.github.edgelint.ide.twin;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Layers;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a layered deployment overrides: of two deployments that name one desired property, a device
 * gets that of the higher priority, whole (source: Microsoft Learn, "Understand IoT Edge automatic
 * deployments for single devices or at scale"). Shows no value that may be secret.
 */
public final class Overrides {

  private static final int MOST_CHANGES = 8;
  // Where values are short, and never secret.
  private static final Set<String> SHOWN =
      Set.of(
          "type",
          "status",
          "restartPolicy",
          "imagePullPolicy",
          "startupOrder",
          "version",
          "image",
          "route",
          "priority",
          "timeToLiveSecs",
          "schemaVersion");

  private Overrides() {}

  /** All overrides of a layer, by key in order of place; none of another document. */
  public static List<Overridden> of(Snapshot snapshot, Document layer) {
    Optional<DeploymentManifest> manifest = layer.manifest();
    if (layer.kind() != DocumentKind.LAYERED || manifest.isEmpty()) {
      return List.of();
    }
    List<Overridden> overrides = new ArrayList<>();
    Set<Document> bases = Layers.bases(snapshot, layer);
    for (TwinSection section : manifest.get().sections()) {
      for (Document base : bases) {
        base.manifest()
            .flatMap(below -> below.section(section.id()))
            .ifPresent(below -> compare(layer, section, base, below, overrides));
      }
    }
    overrides.sort((a, b) -> a.key().compareTo(b.key()));
    return overrides;
  }

  private static void compare(
      Document layer,
      TwinSection section,
      Document base,
      TwinSection below,
      List<Overridden> overrides) {
    for (TwinSection.DottedKey key : section.dottedKeys()) {
      below
          .entry(key.path().toArray(String[]::new))
          .map(old -> overridden(layer, key.member(), base, old.member(), lastName(key)))
          .ifPresent(overrides::add);
    }
    if (section.desiredMember().isPresent() && below.desiredMember().isPresent()) {
      overrides.add(
          overridden(layer, section.desiredMember().get(), base, below.desiredMember().get(), ""));
    }
  }

  private static String lastName(TwinSection.DottedKey key) {
    boolean route = key.path().size() == 2 && key.path().get(0).equals("routes");
    return route ? "route" : key.path().get(key.path().size() - 1);
  }

  private static Overridden overridden(
      Document layer, Member now, Document base, Member before, String name) {
    Comparison comparison = new Comparison(base.tree(), layer.tree(), name);
    comparison.compare("", before.value(), now.value());
    return new Overridden(now.key().range(), base, comparison.lines());
  }

  /** Collects what differs between two values. */
  private static final class Comparison {

    private final ConfigTree before;
    private final ConfigTree after;
    private final String whole;
    private final List<String> changes = new ArrayList<>();

    /**
     * @param whole the name of what is compared
     */
    Comparison(ConfigTree before, ConfigTree after, String whole) {
      this.before = before;
      this.after = after;
      this.whole = whole;
    }

    List<String> lines() {
      if (changes.size() <= MOST_CHANGES) {
        return changes;
      }
      List<String> some = new ArrayList<>(changes.subList(0, MOST_CHANGES - 1));
      some.add("- and " + (changes.size() - some.size()) + " more");
      return some;
    }

    // Depth is bounded by ConfigTree.MAX_DEPTH.
    void compare(String path, ConfigNode old, ConfigNode now) {
      if (old instanceof ObjectNode olds && now instanceof ObjectNode news) {
        for (Member member : olds.members()) {
          String name = join(path, member.name());
          Optional<Member> same = news.member(member.name());
          if (same.isPresent()) {
            compare(name, member.value(), same.get().value());
          } else {
            changes.add(line(name, "gone"));
          }
        }
        for (Member member : news.members()) {
          if (olds.member(member.name()).isEmpty()) {
            changes.add(line(join(path, member.name()), "new"));
          }
        }
      } else if (!JsonText.compact(before, old).equals(JsonText.compact(after, now))) {
        changes.add(line(path, shown(path, old, now)));
      }
    }

    private static String join(String path, String name) {
      return path.isEmpty() ? name : path + "." + name;
    }

    private static String line(String path, String what) {
      return path.isEmpty() ? "- " + what : "- `" + path.replace('`', '\'') + "`: " + what;
    }

    private String shown(String path, ConfigNode old, ConfigNode now) {
      String name = path.isEmpty() ? whole : path.substring(path.lastIndexOf('.') + 1);
      boolean scalars = old instanceof ScalarNode && now instanceof ScalarNode;
      return scalars && SHOWN.contains(name)
          ? quoted((ScalarNode) old) + " → " + quoted((ScalarNode) now)
          : "another value";
    }

    private static String quoted(ScalarNode value) {
      return "`" + Secrets.mask(value.text()).replace('`', '\'') + "`";
    }
  }
}
