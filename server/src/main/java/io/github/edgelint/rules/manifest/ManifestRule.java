package io.github.edgelint.rules.manifest;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.workspace.Document;

/** A rule about one deployment, be it a manifest, a template or a layer. */
abstract class ManifestRule implements DocumentRule {

  @Override
  public final void check(Document document, RuleContext context) {
    document.manifest().ifPresent(manifest -> check(document, manifest, context));
  }

  abstract void check(Document document, DeploymentManifest manifest, RuleContext context);
}
