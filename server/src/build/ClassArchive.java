import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Writes {@code lib/edgelint.jsa}, the class data archive that lets edgelint start in a fraction of
 * the time: runs a few commands as users do, notes the classes they load, and has the JVM lay these
 * and all of our own out ready for use. An archive serves the JVM that wrote it, in the place it
 * was written for.
 *
 * <p>The list stays beside it as {@code lib/edgelint.classes}: where the distribution is unpacked
 * elsewhere, or run by another JVM, an archive of its own can be made from it.
 *
 * <p>The build runs it as {@code java ClassArchive.java DIST EXAMPLE}. A JVM that writes no archive
 * makes edgelint start slower; it does not make the build fail.
 */
final class ClassArchive {

  private static final int SECONDS = 60;

  private final Path jar;
  private final Path work;

  private ClassArchive(Path jar, Path work) {
    this.jar = jar;
    this.work = work;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path lib = Path.of(args[0]).toRealPath().resolve("lib");
    Path example = Path.of(args[1]).toAbsolutePath().normalize();
    // Beside its target, so that the finished archive can be moved there in one step.
    Path work = Files.createTempDirectory(lib, "archive");
    try {
      Path written = new ClassArchive(lib.resolve("edgelint-server.jar"), work).write(example);
      if (Files.exists(written)) {
        Files.move(written, lib.resolve("edgelint.jsa"), StandardCopyOption.REPLACE_EXISTING);
      } else {
        System.err.println("This JVM writes no class data archive; edgelint will start slower.");
      }
    } finally {
      try (Stream<Path> files = Files.list(work)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(work);
    }
  }

  private Path write(Path example) throws IOException, InterruptedException {
    Set<String> classes = new LinkedHashSet<>();
    classes.addAll(classesOf("check", example.toString()));
    classes.addAll(classesOf("check", "--format", "json", example.toString()));
    classes.addAll(classesOf("check", "--diff", example.toString()));
    classes.addAll(classesOf("devices", example.toString()));
    classes.addAll(classesOf("--help"));
    classes.addAll(classesOf("check", broken().toString()));
    classes.addAll(classesOfServer(example));
    classes.addAll(ownClasses());
    Path list = Files.write(jar.resolveSibling("edgelint.classes"), classes);
    Path archive = work.resolve("edgelint.jsa");
    Process dump =
        java(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + archive,
            "-jar",
            jar.toString());
    end(dump);
    return archive;
  }

  /** A file that asks for the second opinion on what TOML is: a hundred classes of its own. */
  private Path broken() throws IOException {
    return Files.writeString(work.resolve("config.toml"), "[provisioning]\nsource = = \"dps\"\n");
  }

  /** All of ours: a rule that finds nothing in the examples may find much elsewhere. */
  private List<String> ownClasses() throws IOException {
    try (JarFile classes = new JarFile(jar.toFile())) {
      return classes.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("io/github/edgelint/") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .toList();
    }
  }

  private List<String> classesOf(String... arguments) throws IOException, InterruptedException {
    end(listing(arguments));
    return listed();
  }

  /** What VS Code says, with all that makes a difference here. */
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":"start","method":"initialize","params":{"processId":%d,
      "clientInfo":{"name":"Visual Studio Code"},"workspaceFolders":[{"uri":"%s","name":"example"}],
      "initializationOptions":{"checklist":true,"showReferences":"show","settings":{"version":null,"profile":"default",
      "proxy":{"required":null,"url":""},"rules":{"EDGE303":"off"},"format":false}},
      "capabilities":{"general":{"positionEncodings":["utf-16"],
      "staleRequestSupport":{"cancel":true}},
      "window":{"workDoneProgress":true,"showDocument":{"support":true}},
      "workspace":{"applyEdit":true,"configuration":true,
      "workspaceEdit":{"documentChanges":true,"resourceOperations":["create","rename","delete"]},
      "didChangeConfiguration":{"dynamicRegistration":true},
      "didChangeWatchedFiles":{"dynamicRegistration":true},
      "symbol":{"symbolKind":{"valueSet":[1,2]}},"fileOperations":{"willRename":true},
      "diagnostics":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},
      "codeLens":{"refreshSupport":true},"semanticTokens":{"refreshSupport":true}},
      "textDocument":{
      "publishDiagnostics":{"relatedInformation":true,"versionSupport":true,
      "codeDescriptionSupport":true,"dataSupport":true,"tagSupport":{"valueSet":[1,2]}},
      "codeAction":{"dataSupport":true,"isPreferredSupport":true,
      "resolveSupport":{"properties":["edit"]},
      "codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix","source"]}}},
      "completion":{"completionItemKind":{"valueSet":[1,2]},"completionItem":{
      "snippetSupport":true,"documentationFormat":["markdown"],
      "resolveSupport":{"properties":["documentation"]}}},
      "hover":{"contentFormat":["markdown"]},"rename":{"prepareSupport":true},
      "definition":{"linkSupport":true},"documentLink":{"tooltipSupport":true},
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":true,
      "symbolKind":{"valueSet":[1,2]}},
      "formatting":{"dynamicRegistration":true},"rangeFormatting":{"dynamicRegistration":true},
      "semanticTokens":{"tokenTypes":["property","string"],
      "requests":{"range":true,"full":{"delta":true}}}}}}}\
      """;

  /** What an editor asks first about each file of the example. */
  private List<String> classesOfServer(Path example) throws IOException, InterruptedException {
    Process server = listing("serve");
    StringBuffer answers = new StringBuffer();
    Thread reader = new Thread(() -> collect(server.getInputStream(), answers));
    reader.setDaemon(true);
    reader.start();
    try {
      send(server, INITIALIZE.formatted(ProcessHandle.current().pid(), example.toUri()));
      await(answers, "start");
      send(server, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
      for (Path file : configurationFiles(example)) {
        session(server, answers, file);
      }
      // What the server has asked meanwhile: to be told of changes, and for the settings.
      send(server, "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":null}");
      send(server, "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"result\":[null]}");
      send(server, "{\"jsonrpc\":\"2.0\",\"id\":\"stop\",\"method\":\"shutdown\"}");
      await(answers, "stop");
      send(server, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
    } catch (IOException e) {
      System.err.println(
          "edgelint serve left early: its classes are not archived. " + e.getMessage());
    }
    end(server);
    return listed();
  }

  private static final List<String> QUESTIONS =
      List.of(
          "completion",
          "hover",
          "documentSymbol",
          "documentLink",
          "codeLens",
          "inlayHint",
          "semanticTokens/full",
          "semanticTokens/range",
          "foldingRange");

  private static void session(Process server, StringBuffer answers, Path file)
      throws IOException, InterruptedException {
    String uri = file.toUri().toString();
    String language = uri.endsWith(".toml") ? "toml" : uri.endsWith(".json") ? "json" : "ini";
    send(
        server,
        """
        {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"%s",
        "languageId":"%s","version":1,"text":%s}}}\
        """
            .formatted(uri, language, quoted(Files.readString(file))));
    send(
        server,
        """
        {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"%s",
        "version":2},"contentChanges":[{"range":{"start":{"line":0,"character":0},
        "end":{"line":0,"character":0}},"text":"\\n"}]}}\
        """
            .formatted(uri));
    for (String method : QUESTIONS) {
      send(
          server,
          """
          {"jsonrpc":"2.0","id":"%s %s","method":"textDocument/%s","params":{"textDocument":{"uri":"%s"},
          "position":{"line":5,"character":4},
          "range":{"start":{"line":0,"character":0},"end":{"line":40,"character":0}}}}\
          """
              .formatted(method, uri, method, uri));
      await(answers, method + " " + uri);
    }
    send(
        server,
        """
        {"jsonrpc":"2.0","id":"fix %s","method":"textDocument/codeAction","params":{"textDocument":
        {"uri":"%s"},"range":{"start":{"line":0,"character":0},"end":{"line":40,"character":0}},
        "context":{"diagnostics":[]}}}\
        """
            .formatted(uri, uri));
    await(answers, "fix " + uri);
  }

  private static List<Path> configurationFiles(Path example) throws IOException {
    try (Stream<Path> files = Files.walk(example)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(toml|json|conf)"))
          .sorted()
          .toList();
    }
  }

  private static void send(Process server, String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    String head = "Content-Length: " + body.length + "\r\n\r\n";
    server.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    server.getOutputStream().write(body);
    server.getOutputStream().flush();
  }

  private static void await(StringBuffer answers, String id)
      throws IOException, InterruptedException {
    String wanted = "\"id\":\"" + id + "\"";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (answers.indexOf(wanted) < 0) {
      if (System.nanoTime() > end || answers.indexOf(END) >= 0) {
        throw new IOException("No answer to " + id);
      }
      Thread.sleep(5);
    }
  }

  private static final String END = "\u0000";

  private static void collect(InputStream from, StringBuffer to) {
    try (from) {
      byte[] buffer = new byte[8192];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        to.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      System.err.println("edgelint serve cannot be read: " + e.getMessage());
    } finally {
      to.append(END);
    }
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private Process listing(String... arguments) throws IOException {
    Files.deleteIfExists(work.resolve("run"));
    List<String> command = new ArrayList<>();
    command.add("-XX:DumpLoadedClassList=" + work.resolve("run"));
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    return java(command.toArray(String[]::new));
  }

  private List<String> listed() throws IOException {
    Path list = work.resolve("run");
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  private Process java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(
            List.of(arguments).contains("serve")
                ? ProcessBuilder.Redirect.PIPE
                : ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
