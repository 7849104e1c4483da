package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.testing.Project;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the published schemas of deployments let pass and devices refuse, and the other way round.
 */
class PublishedSchemaGapsTest {

  private static final String MANIFEST =
      """
      {
        "modulesContent": {
          "$edgeAgent": {
            "properties.desired": {
              "schemaVersion": "1.1",
              "runtime": {
                "type": "docker",
                "settings": {
                  "registryCredentials": {
                    "r": { "address": "r.azurecr.io", "username": "u", "password": "${P}" }
                  }
                }
              },
              "systemModules": {
                "edgeAgent": {
                  "type": "docker",
                  "settings": { "image": "mcr.microsoft.com/azureiotedge-agent:1.5" }
                },
                "edgeHub": {
                  "type": "docker",
                  "status": "running",
                  "restartPolicy": "always",
                  "settings": { "image": "mcr.microsoft.com/azureiotedge-hub:1.5" }
                }
              },
              "modules": {
                "filter": {
                  "type": "docker",
                  "status": "running",
                  "restartPolicy": "always",
                  "settings": { "image": "r.azurecr.io/filter:1.0.0", "createOptions": "{}" }
                }
              }
            }
          },
          "$edgeHub": {
            "properties.desired": {
              "schemaVersion": "1.2",
              "routes": { "up": "FROM /messages/* INTO $upstream" },
              "storeAndForwardConfiguration": { "timeToLiveSecs": 7200 }
            }
          }
        }
      }
      """;

  private static Analysis with(String old, String replacement) {
    assertThat(MANIFEST).contains(old);
    return new Analyzer()
        .analyze(Project.of(Map.of("deployment.json", MANIFEST.replace(old, replacement))));
  }

  @Test
  void the_manifest_itself_is_sound() {
    assertThat(with("{}", "{}").findings()).noneMatch(PublishedSchemaGapsTest::isError);
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edgeHub needs its store        | storeAndForwardConfiguration | storeAndForward         | EDGE407",
        "a life of nothing drops all    | 7200                         | 0                       | EDGE408",
        "a life beyond 32 bits          | 7200                         | 4294967295              | EDGE108",
        "a dot that is any character    | \"1.1\"                      | \"1x1\"                 | EDGE404",
        "a version without an anchor    | \"1.1\"                      | \"11.10\"               | EDGE404",
        "pieces of options have numbers | createOptions                | createOptions00         | EDGE602",
        "an image is not empty          | r.azurecr.io/filter:1.0.0    | ''                      | EDGE437",
        "a name begins with a letter    | \"filter\"                   | \"-filter\"             | EDGE415",
        "a name is longer than a letter | \"filter\"                   | \"f\"                   | EDGE415",
        "a route has a grammar          | FROM /messages/*             | FORM /messages/*        | EDGE500",
        "a password is not blank        | ${P}                         | ' '                     | EDGE445",
        "options in text are JSON       | \"{}\"                       | \"{HostConfig\"         | EDGE600",
      })
  void what_they_let_pass_is_an_error(String what, String old, String replacement, String code) {
    Analysis analysis = with(old, replacement);
    assertThat(analysis.findings())
        .as(() -> what + "\n" + Findings.list(analysis))
        .filteredOn(PublishedSchemaGapsTest::isError)
        .extracting(Finding::code)
        .containsOnly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits of the store      | 7200             | 7200, \"storeLimits\": { \"maxSizeBytes\": 1000000 }",
        "a newer hub schema       | \"1.2\"          | \"1.3\"",
        "integrity                | \"routes\"       | \"integrity\": { \"header\": {} }, \"routes\"",
        "a version of edgeHub     | \"restartPolicy\" | \"version\": \"1.5\", \"restartPolicy\"",
        "a digest                 | \"createOptions\" | \"digest\": \"sha256:ab\", \"createOptions\"",
        "what IoT Hub writes      | \"settings\": { \"image\": \"r. | \"configuration\": { \"id\": \"d\" }, \"settings\": { \"image\": \"r.",
        "options in mixed case    | createOptions    | CreateOptions",
      })
  void what_they_refuse_and_devices_take_is_none(String what, String old, String replacement) {
    Analysis analysis = with(old, replacement);
    assertThat(analysis.findings())
        .as(() -> what + "\n" + Findings.list(analysis))
        .noneMatch(PublishedSchemaGapsTest::isError);
  }
}
