package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ModuleName;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE415: a module name that IoT Hub, the engine or the route language cannot take. */
final class ModuleNameInvalid extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE415", "module-name-invalid", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.userModules()) {
      if (Placeholders.isConcrete(module.name(), Placeholders.Place.TEMPLATE)
          && !isComment(module)) {
        ModuleName.problem(module.name())
            .ifPresent(problem -> report(document, module, problem, context));
      }
    }
  }

  private static void report(
      Document document, Module module, ModuleName.Problem problem, RuleContext context) {
    context.report(
        Finding.of(
                INFO,
                document,
                module.nameRange(),
                Message.of(
                    "`{name}` is no usable module name ({reason}); {consequence}.",
                    "name",
                    module.name(),
                    "reason",
                    reason(problem),
                    "consequence",
                    consequence(problem)))
            .withSeverity(problem.concernsRoutesOnly() ? Severity.WARNING : Severity.ERROR));
  }

  private static String reason(ModuleName.Problem problem) {
    return switch (problem) {
      case CHARACTER -> "only letters, digits, `-` and `_` are allowed";
      case TOO_LONG -> "more than 128 characters";
      case TOO_SHORT -> "a single character";
      case FIRST_CHARACTER -> "the first character must be a letter or digit";
      case NUMBER -> "a number to the route language";
      case RESERVED_WORD -> "a word of the route language";
    };
  }

  private static String consequence(ModuleName.Problem problem) {
    return switch (problem) {
      case CHARACTER, TOO_LONG -> "IoT Hub refuses the manifest";
      case TOO_SHORT, FIRST_CHARACTER -> "the engine refuses the container";
      case NUMBER, RESERVED_WORD -> "no route can name it as source";
    };
  }

  // A module that begins with an underscore is no remark: the agent creates it.
  private static boolean isComment(Module module) {
    String name = module.name();
    return (name.startsWith("_") && module.member("settings").isEmpty())
        || name.startsWith("//")
        || name.startsWith("$");
  }
}
