package io.github.edgelint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "io.github.edgelint", importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

  /** Leaves the tests out, whichever profile built them. */
  static final class ProductOnly implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest
  static final ArchRule arrows_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("text")
          .definedBy("..edgelint.text..")
          .layer("syntax")
          .definedBy("..edgelint.syntax..")
          .layer("edit")
          .definedBy("..edgelint.edit..")
          .layer("embedded")
          .definedBy("..edgelint.embedded..")
          .layer("schema")
          .definedBy("..edgelint.schema..")
          .layer("iotedge")
          .definedBy("..edgelint.iotedge..")
          .layer("workspace")
          .definedBy("..edgelint.workspace..")
          .layer("rules")
          .definedBy("..edgelint.rules..")
          .layer("analysis")
          .definedBy("..edgelint.analysis..")
          .layer("proxy")
          .definedBy("io.github.edgelint.proxy..")
          .layer("deployment")
          .definedBy("..edgelint.deployment..")
          .layer("ide")
          .definedBy("..edgelint.ide..")
          .layer("lsp")
          .definedBy("..edgelint.lsp..")
          .layer("cli")
          .definedBy("..edgelint.cli..")
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("lsp")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("ide")
          .mayOnlyBeAccessedByLayers("lsp", "cli")
          .whereLayer("deployment")
          .mayOnlyBeAccessedByLayers("lsp", "cli")
          .whereLayer("proxy")
          .mayOnlyBeAccessedByLayers("ide", "lsp", "cli")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers("proxy", "deployment", "ide", "lsp", "cli")
          .whereLayer("rules")
          .mayOnlyBeAccessedByLayers("analysis", "proxy", "deployment", "ide", "lsp", "cli")
          .whereLayer("workspace")
          .mayOnlyBeAccessedByLayers(
              "rules", "analysis", "proxy", "deployment", "ide", "lsp", "cli")
          .whereLayer("iotedge")
          .mayOnlyBeAccessedByLayers(
              "workspace", "rules", "analysis", "proxy", "deployment", "ide", "lsp", "cli")
          .whereLayer("schema")
          .mayOnlyBeAccessedByLayers(
              "workspace", "rules", "analysis", "proxy", "deployment", "ide", "lsp", "cli")
          .whereLayer("embedded")
          .mayOnlyBeAccessedByLayers(
              "iotedge",
              "workspace",
              "rules",
              "analysis",
              "proxy",
              "deployment",
              "ide",
              "lsp",
              "cli")
          .whereLayer("edit")
          .mayOnlyBeAccessedByLayers(
              "rules", "analysis", "proxy", "deployment", "ide", "lsp", "cli");

  @ArchTest
  static final ArchRule lsp4j_stays_in_lsp = only("org.eclipse.lsp4j..", "..edgelint.lsp..");

  @ArchTest static final ArchRule picocli_stays_in_cli = only("picocli..", "..edgelint.cli..");

  @ArchTest
  static final ArchRule tomlj_stays_in_syntax = only("org.tomlj..", "..edgelint.syntax.toml..");

  @ArchTest
  static final ArchRule elk_stays_in_deployment =
      only("org.eclipse.elk..", "..edgelint.deployment..");

  @ArchTest
  static final ArchRule nothing_opens_a_connection =
      noClasses()
          .that()
          .resideOutsideOfPackage("..edgelint.lsp..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URL")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule rules_are_stateless =
      classes()
          .that()
          .implement("io.github.edgelint.rules.Rule")
          .should()
          .haveOnlyFinalFields()
          .allowEmptyShould(true);

  private static ArchRule only(String library, String home) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
