package io.github.edgelint.rules.container;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the command line of the engine writes as a text and its API as an object: a published port,
 * a device, a limit.
 *
 * @param isItem whether the text stands in a list already
 */
record ItemForm(NewValue object, Applicability applicability, boolean isItem) {

  private static final Pattern PORT = Pattern.compile("\\d{1,5}(-\\d{1,5})?");
  private static final Pattern DEVICE = Pattern.compile("(/[^:]+)(?::(/[^:]+))?(?::([rwm]{1,3}))?");
  private static final Pattern LIMIT = Pattern.compile("(\\w+)=(-?\\d{1,18})(?::(-?\\d{1,18}))?");

  /**
   * What a text of the options stands for; empty where it is nothing of the kind.
   *
   * @param place its way from the root of the options
   */
  static Optional<ItemForm> of(NodePath place, ConfigNode value) {
    if (!(value instanceof ScalarNode scalar)) {
      return Optional.empty();
    }
    List<String> path = place.steps();
    int depth = path.size();
    if (depth < 2 || !path.get(0).equalsIgnoreCase("HostConfig")) {
      return Optional.empty();
    }
    String option = path.get(1);
    String text = scalar.text().strip();
    if (option.equalsIgnoreCase("PortBindings") && depth > 2) {
      return PORT.matcher(text).matches()
          ? Optional.of(
              new ItemForm(
                  NewValue.object("HostPort", NewValue.text(text)), Applicability.SAFE, depth == 4))
          : Optional.empty();
    }
    Optional<NewValue> object =
        option.equalsIgnoreCase("Devices")
            ? device(text)
            : option.equalsIgnoreCase("Ulimits") ? limit(text) : Optional.empty();
    return object.map(written -> new ItemForm(written, Applicability.UNSAFE, depth == 3));
  }

  private static Optional<NewValue> device(String text) {
    Matcher parts = DEVICE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String host = parts.group(1);
    Map<String, NewValue> device = new LinkedHashMap<>();
    device.put("PathOnHost", NewValue.text(host));
    device.put("PathInContainer", NewValue.text(parts.group(2) == null ? host : parts.group(2)));
    device.put("CgroupPermissions", NewValue.text(parts.group(3) == null ? "rwm" : parts.group(3)));
    return Optional.of(new NewValue.Members(device));
  }

  private static Optional<NewValue> limit(String text) {
    Matcher parts = LIMIT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String soft = parts.group(2);
    Map<String, NewValue> limit = new LinkedHashMap<>();
    limit.put("Name", NewValue.text(parts.group(1)));
    limit.put("Soft", NewValue.literal(soft));
    limit.put("Hard", NewValue.literal(parts.group(3) == null ? soft : parts.group(3)));
    return Optional.of(new NewValue.Members(limit));
  }

  String title() {
    return isItem ? "Write it as an object" : "Write it as a list of objects";
  }

  NewValue written() {
    return isItem ? object : NewValue.array(object);
  }
}
