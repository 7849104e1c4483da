package io.github.edgelint.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WatchKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What a client is asked to tell of, once it runs. */
final class Registrations {

  private static final List<String> WATCHED =
      List.of(
          "**/*.toml", "**/*.toml.*", "**/*.json", "**/*.service", "**/*.service.d/*", "**/.env");

  private Registrations() {}

  static void register(EdgelintClient client, ClientAbilities abilities, ServerLog log) {
    List<Registration> wanted = new ArrayList<>();
    if (abilities.dynamicWatchers()) {
      List<FileSystemWatcher> watchers = new ArrayList<>();
      for (String pattern : WATCHED) {
        watchers.add(new FileSystemWatcher(Either.forLeft(pattern)));
      }
      // Of a folder that goes or comes with all its files, VS Code tells no more than the folder.
      watchers.add(
          new FileSystemWatcher(Either.forLeft("**"), WatchKind.Create + WatchKind.Delete));
      wanted.add(
          new Registration(
              "edgelint-files",
              "workspace/didChangeWatchedFiles",
              new DidChangeWatchedFilesRegistrationOptions(watchers)));
    }
    if (abilities.dynamicConfiguration()) {
      wanted.add(new Registration("edgelint-settings", "workspace/didChangeConfiguration"));
    }
    if (!wanted.isEmpty()) {
      client
          .registerCapability(new RegistrationParams(wanted))
          .exceptionally(
              failure -> {
                log.trace("the client does not watch files");
                return null;
              });
    }
  }
}
