package io.github.edgelint.rules.container;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A container that a document describes: a module, or edgeAgent in {@code [agent.config]}.
 *
 * @param module the module; empty for {@code [agent.config]}
 */
record Container(Document document, String owner, Optional<Module> module, CreateOptions options) {

  /** The containers of a document, in order of place. */
  static List<Container> of(Document document, RuleContext context) {
    return context.shared(Container.class, document, () -> read(document));
  }

  private static List<Container> read(Document document) {
    List<Container> containers = new ArrayList<>();
    document
        .manifest()
        .ifPresent(
            manifest -> {
              for (Module module : manifest.modules()) {
                containers.add(
                    new Container(
                        document, module.name(), Optional.of(module), module.createOptions()));
              }
            });
    document
        .deviceConfig()
        .ifPresent(
            config ->
                containers.add(
                    new Container(
                        document, "edgeAgent", Optional.empty(), config.agentCreateOptions())));
    return containers;
  }

  /** Whether the options can be looked into. */
  boolean isReadable() {
    return options.root() instanceof ObjectNode;
  }

  /** All of the options in the file, for the order of precedence. */
  TextRange subject() {
    return options.range().orElse(TextRange.at(0));
  }

  /** The way from the root of the options to a value in them. */
  NodePath pathOf(ConfigNode value) {
    List<String> steps = options.tree().pathOf(value).steps();
    int own = options.tree().pathOf(options.root()).length();
    return new NodePath(steps.subList(Math.min(own, steps.size()), steps.size()));
  }

  /** Where a part of the options stands in the file. */
  TextRange file(TextRange inOptions) {
    return options.toFile(inOptions);
  }

  /** The mark of a text that something else replaces. */
  boolean isUnknown(String text) {
    return !Placeholders.isConcrete(
        text, document.isTemplate() ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE);
  }

  /** The member of {@code HostConfig}, or of the options, that the reader takes. */
  Optional<Member> hostMember(String key) {
    return options.member("HostConfig", key);
  }

  /**
   * The finding that an option is missing. Where it stands on the wrong level, under nearly its
   * name or with a wrong value, the finding is about that, of which other rules say more.
   */
  Finding aboutUnread(Finding finding, String... options) {
    for (String option : options) {
      Optional<Member> unread = unread(option);
      if (unread.isPresent()) {
        return finding.about(file(unread.get().range()));
      }
    }
    return finding;
  }

  private Optional<Member> unread(String option) {
    if (!(options.root() instanceof ObjectNode root)) {
      return Optional.empty();
    }
    if (OptionNames.TOP.contains(option)) {
      return root.memberIgnoreCase(option).or(() -> misspelt(root, option, OptionNames.TOP));
    }
    Optional<Member> host = options.member("HostConfig");
    if (host.isPresent() && !(host.get().value() instanceof ObjectNode)) {
      return host;
    }
    return root.memberIgnoreCase(option)
        .or(() -> misspelt(root, "HostConfig", OptionNames.TOP))
        .or(
            () ->
                host.flatMap(member -> member.value().asObject())
                    .flatMap(
                        object ->
                            object
                                .memberIgnoreCase(option)
                                .or(() -> misspelt(object, option, OptionNames.HOST))));
  }

  private Optional<Member> misspelt(ObjectNode object, String option, Set<String> known) {
    boolean exact = module.isEmpty();
    return object.members().stream()
        .filter(
            member ->
                !OptionNames.isTop(member.name(), exact)
                    && !OptionNames.isHost(member.name(), exact)
                    && OptionMisspelt.meant(member.name(), object, known)
                        .filter(option::equals)
                        .isPresent())
        .findFirst();
  }

  Finding finding(RuleInfo rule, TextRange inOptions, Message message) {
    return Finding.of(rule, document, file(inOptions), message).about(subject());
  }

  /** A fix by edits of the options, which may stand inside a string; JSON only. */
  Fix fix(String title, Applicability applicability, Supplier<List<TextEdit>> edits) {
    return Fix.within(title, applicability, document, () -> encode(edits));
  }

  /** Takes an option to another object of the options, which does not have it. */
  Fix move(Member member, ObjectNode target, Applicability applicability) {
    return move(
        member,
        applicability,
        () -> new TomlEditor(document.tree()).move(member, target),
        () -> editor().move(member, target));
  }

  /** Takes an option into an object beside it that is not there yet. */
  Fix moveInto(Member member, String object, Applicability applicability) {
    return move(
        member,
        applicability,
        () -> new TomlEditor(document.tree()).nest(member, object),
        () -> editor().nest(member, object));
  }

  private Fix move(
      Member member,
      Applicability applicability,
      Supplier<List<TextEdit>> inToml,
      Supplier<List<TextEdit>> inJson) {
    String title = "Move `" + member.name() + "`";
    if (!isToml()) {
      return fix(title, applicability, inJson);
    }
    return applicability == Applicability.SAFE
        ? Fix.safe(title, document, inToml)
        : Fix.unsafe(title, document, inToml);
  }

  private List<TextEdit> encode(Supplier<List<TextEdit>> edits) {
    return isToml() ? List.of() : options.encode(edits.get()).orElse(List.of());
  }

  private boolean isToml() {
    return options.tree().language() == Language.TOML;
  }

  /** Gives an option another name. The caller knows that there is none of this name. */
  Fix rename(Member member, String name) {
    String title = "Rename to `" + name + "`";
    return isToml()
        ? Fix.unsafe(title, document, () -> new TomlEditor(document.tree()).rename(member, name))
        : fix(title, Applicability.UNSAFE, () -> editor().rename(member.key(), name));
  }

  JsonEditor editor() {
    return new JsonEditor(options.tree());
  }
}
