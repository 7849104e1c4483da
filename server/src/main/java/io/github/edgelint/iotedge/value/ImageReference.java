package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.Recent;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The text that names a container image.
 *
 * <p>Two readers judge it. edgeAgent refuses a whole deployment because of a form it cannot split
 * into name and tag (source:
 * Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/CombinedDockerConfigProvider.cs
 * and DockerConfig.cs); the container engine refuses a reference outside the Docker grammar, and
 * then only that module is missing (source: distribution/reference).
 *
 * <p>All ranges are offsets into {@link #text()}.
 */
public final class ImageReference {

  /** What is wrong with a reference. */
  public enum Problem {
    /** No image at all. */
    BLANK(RefusedBy.AGENT),
    /** A colon, and no tag behind it. */
    EMPTY_TAG(RefusedBy.AGENT),
    /** A tag and a digest; edgeAgent takes one of them. */
    TAG_AND_DIGEST(RefusedBy.AGENT),
    /** A second colon in the last segment. */
    SECOND_COLON(RefusedBy.AGENT),
    /** {@code $upstream} without a port, or not in lower case. */
    PARENT_WITHOUT_PORT(RefusedBy.AGENT),
    /** {@code https://} and the like. */
    SCHEME(RefusedBy.ENGINE),
    /** A capital letter behind the registry host. */
    UPPER_CASE(RefusedBy.ENGINE),
    /** A blank inside. */
    BLANK_INSIDE(RefusedBy.ENGINE),
    /** A tag with a character that tags do not have, or longer than 128. */
    BAD_TAG(RefusedBy.ENGINE),
    /** A part of the repository that is empty, or does not begin and end with letter or digit. */
    BAD_REPOSITORY(RefusedBy.ENGINE),
    /** A digest that is no algorithm and hash. */
    BAD_DIGEST(RefusedBy.ENGINE);

    private final RefusedBy refusedBy;

    Problem(RefusedBy refusedBy) {
      this.refusedBy = refusedBy;
    }

    public RefusedBy refusedBy() {
      return refusedBy;
    }
  }

  /** Who stops at a problem, and so how much is lost. */
  public enum RefusedBy {
    /** The whole deployment is refused. */
    AGENT,
    /** Only the module is not created. */
    ENGINE
  }

  /**
   * A problem and its place.
   *
   * @param range the faulty part
   * @param repair edits of the reference that remove the problem; empty when only a person knows
   */
  public record Finding(Problem problem, TextRange range, List<TextEdit> repair) {}

  /** How firmly a reference names one image. */
  public enum Pinning {
    /** A digest, or a tag that is none of the others. */
    PINNED,
    NO_TAG,
    /** {@code latest}, which moves. */
    LATEST,
    /** A debug build. */
    DEBUG_BUILD
  }

  /** The address that credentials for Docker Hub repositories without host must have. */
  public static final String DOCKER_HUB_ADDRESS = "https://index.docker.io/v1/";

  private static final String PARENT = "$upstream";
  private static final String SEPARATOR = "://";
  private static final int LONGEST_TAG = 128;
  private static final List<String> IMAGE_PAGES = List.of("hub.docker.com/r/", "hub.docker.com/_/");
  private static final List<String> OTHER_PAGES =
      List.of("hub.docker.com/", "github.com/", "gitlab.com/");

  private static final Pattern REPOSITORY =
      Pattern.compile(
          "[a-z0-9]++(?:(?:\\.|__?|-+)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:\\.|__?|-+)[a-z0-9]++)*+)*+");

  private static final Pattern DIGEST =
      Pattern.compile(
          "sha256:[0-9a-f]{64}|(?!sha256:)[A-Za-z][A-Za-z0-9]*+(?:[-_+.][A-Za-z][A-Za-z0-9]*+)*+:[0-9A-Fa-f]{32,}");

  /** Modules of a device often share an image, and few change with an edit. */
  private static final Recent<String, ImageReference> READ = new Recent<>(200);

  private static final int LONGEST_KEPT = 300;

  private final String text;
  private final TextRange scheme;
  private final TextRange bare;
  private final Optional<TextRange> host;
  private final TextRange repository;
  private final Optional<TextRange> tag;
  private final Optional<TextRange> digest;
  private final int parentEnd;
  private final boolean concrete;
  private List<Finding> findings;

  private ImageReference(String text) {
    this.text = text;
    this.scheme = schemeOf(text);
    this.bare = new TextRange(scheme.end(), Math.max(scheme.end(), text.stripTrailing().length()));
    int slash = indexOf('/', bare);
    this.host =
        slash > bare.start() && isHost(text.substring(bare.start(), slash))
            ? Optional.of(new TextRange(bare.start(), slash))
            : Optional.empty();
    int nameStart = host.isPresent() ? slash + 1 : bare.start();
    int lastSegment = Math.max(nameStart, text.lastIndexOf('/', bare.end() - 1) + 1);
    int at = indexOf('@', new TextRange(lastSegment, bare.end()));
    int nameEnd = at < 0 ? bare.end() : at;
    int colon = indexOf(':', new TextRange(lastSegment, nameEnd));
    this.digest = at < 0 ? Optional.empty() : Optional.of(new TextRange(at + 1, bare.end()));
    this.tag = colon < 0 ? Optional.empty() : Optional.of(new TextRange(colon + 1, nameEnd));
    this.repository = new TextRange(nameStart, colon < 0 ? nameEnd : colon);
    this.parentEnd = parentPrefix(text);
    this.concrete = Placeholders.isConcrete(text, Placeholders.Place.IMAGE);
  }

  /** Splits any text; what is wrong with it is in {@link #findings()}. */
  public static ImageReference parse(String text) {
    return text.length() > LONGEST_KEPT
        ? new ImageReference(text)
        : READ.get(text, ImageReference::new);
  }

  public String text() {
    return text;
  }

  /** Whether nothing has to be filled in first. */
  public boolean isConcrete() {
    return concrete;
  }

  /**
   * The registry with its port, when the reference names one: a first segment with a dot or colon,
   * or {@code localhost}.
   */
  public Optional<String> host() {
    return host.map(range -> range.of(text));
  }

  /** Everything between host and tag. */
  public String repository() {
    return repository.of(text);
  }

  public Optional<String> tag() {
    return tag.map(range -> range.of(text));
  }

  public Optional<TextRange> tagRange() {
    return tag;
  }

  /** Algorithm and hash, such as {@code sha256:…}. */
  public Optional<String> digest() {
    return digest.map(range -> range.of(text));
  }

  /**
   * Whether the image comes from the parent: {@code $upstream} followed by anything but more of a
   * name.
   */
  public boolean isFromParent() {
    return parentEnd > 0;
  }

  /** Whether the image comes from Docker Hub: no registry is named, or that of Docker. */
  public boolean isFromDockerHub() {
    return host()
        .map(name -> name.equals("docker.io") || name.endsWith(".docker.io"))
        .orElse(!isFromParent());
  }

  /**
   * The registry address with which edgeAgent looks for a credential: the first segment when it
   * holds a dot or colon, else the one of Docker Hub; a name of one segment never gets a
   * credential. Source:
   * Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerUtil.cs.
   */
  public Optional<String> credentialAddress() {
    int slash = indexOf('/', bare);
    if (slash < 0 || !scheme.isEmpty()) {
      return Optional.empty();
    }
    String first = text.substring(bare.start(), slash);
    return Optional.of(
        first.indexOf('.') >= 0 || first.indexOf(':') >= 0 ? first : DOCKER_HUB_ADDRESS);
  }

  /** The train of an edgeAgent or edgeHub image, in whatever registry. */
  public Optional<RuntimeTrain> train() {
    return isAgent() || isHub() ? tag().flatMap(RuntimeTrain::parse) : Optional.empty();
  }

  public boolean isAgent() {
    return isRepositoryNamed("azureiotedge-agent");
  }

  public boolean isHub() {
    return isRepositoryNamed("azureiotedge-hub");
  }

  private boolean isRepositoryNamed(String end) {
    return repository.length() >= end.length()
        && text.startsWith(end, repository.end() - end.length());
  }

  /** How firmly the reference names one image. */
  public Pinning pinning() {
    String name = tag().orElse("");
    if (digest.isPresent()) {
      return Pinning.PINNED;
    } else if (name.isEmpty()) {
      return Pinning.NO_TAG;
    } else if (name.equals("latest")) {
      return Pinning.LATEST;
    }
    boolean debug = name.endsWith(".debug") || name.endsWith("-debug");
    return debug ? Pinning.DEBUG_BUILD : Pinning.PINNED;
  }

  /**
   * What the readers refuse, in the order of the text. A reference with placeholders is not judged.
   */
  // A race finds them twice, which is harmless.
  public List<Finding> findings() {
    List<Finding> known = findings;
    if (known == null) {
      known = findAll();
      findings = known;
    }
    return known;
  }

  private List<Finding> findAll() {
    if (bare.isEmpty()) {
      return List.of(new Finding(Problem.BLANK, new TextRange(0, text.length()), List.of()));
    }
    if (!concrete) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>(0);
    addParent(found);
    if (!scheme.isEmpty()) {
      add(Problem.SCHEME, scheme, withoutScheme(), found);
    }
    addUpperCase(found);
    first(ImageReference::isBlank, bare)
        .ifPresent(range -> add(Problem.BLANK_INSIDE, range, List.of(), found));
    tag.ifPresent(range -> addTag(range, found));
    if (found.isEmpty() && !isFromParent() && !REPOSITORY.matcher(repository()).matches()) {
      add(Problem.BAD_REPOSITORY, repository, List.of(), found);
    }
    digest
        .filter(range -> found.isEmpty() && !DIGEST.matcher(range.of(text)).matches())
        .ifPresent(range -> add(Problem.BAD_DIGEST, range, List.of(), found));
    return List.copyOf(found);
  }

  private void addParent(List<Finding> findings) {
    if (!isFromParent()) {
      return;
    }
    int end = parentEnd;
    boolean port =
        end + 1 < text.length()
            && text.charAt(end) == ':'
            && isDigitOneToNine(text.charAt(end + 1));
    if (!(text.startsWith(PARENT) && port)) {
      TextRange name = new TextRange(0, end);
      TextEdit edit = new TextEdit(name, port ? PARENT : PARENT + ":443");
      boolean known = port || end == text.length() || text.charAt(end) == '/';
      add(Problem.PARENT_WITHOUT_PORT, name, known ? List.of(edit) : List.of(), findings);
    }
  }

  /** A page about an image, copied from a browser, is more than a scheme away from it. */
  private List<TextEdit> withoutScheme() {
    String rest = bare.of(text);
    int page = pagePrefix(rest);
    if (page < 0 || !parse(rest.substring(page)).findings().isEmpty()) {
      return List.of();
    }
    return List.of(TextEdit.delete(new TextRange(0, bare.start() + page)));
  }

  /**
   * What stands before the image on a page of Docker Hub; 0 for what is no page, and -1 for one
   * that does not say which image it is about.
   */
  private static int pagePrefix(String rest) {
    for (String prefix : IMAGE_PAGES) {
      if (rest.startsWith(prefix)) {
        return prefix.length();
      }
    }
    return OTHER_PAGES.stream().anyMatch(rest::startsWith) ? -1 : 0;
  }

  private void addUpperCase(List<Finding> findings) {
    if (!isFromParent() || host.isPresent()) {
      first(ImageReference::isCapital, repository)
          .ifPresent(
              range -> {
                String lowerCase = repository().toLowerCase(Locale.ROOT);
                add(
                    Problem.UPPER_CASE,
                    range,
                    List.of(new TextEdit(repository, lowerCase)),
                    findings);
              });
    }
  }

  private void addTag(TextRange range, List<Finding> findings) {
    String name = range.of(text);
    TextRange withColon = new TextRange(range.start() - 1, range.end());
    if (digest.isPresent()) {
      add(Problem.TAG_AND_DIGEST, withColon, List.of(TextEdit.delete(withColon)), findings);
    } else if (range.isEmpty()) {
      add(Problem.EMPTY_TAG, withColon, List.of(), findings);
    } else if (name.indexOf(':') >= 0) {
      add(
          Problem.SECOND_COLON,
          TextRange.ofLength(range.start() + name.indexOf(':'), 1),
          List.of(),
          findings);
    } else if (!isTag(name) && first(ImageReference::isBlank, range).isEmpty()) {
      add(Problem.BAD_TAG, range, List.of(), findings);
    }
  }

  private static void add(
      Problem problem, TextRange range, List<TextEdit> repair, List<Finding> findings) {
    findings.add(new Finding(problem, range, repair));
  }

  /** The first run of such characters. */
  private Optional<TextRange> first(IntPredicate what, TextRange within) {
    int start = within.start();
    while (start < within.end() && !what.test(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < within.end() && what.test(text.charAt(end))) {
      end++;
    }
    return start < end ? Optional.of(new TextRange(start, end)) : Optional.empty();
  }

  private static boolean isTag(String name) {
    if (name.isEmpty() || name.length() > LONGEST_TAG || !isNamePart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isNamePart(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapital(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private int indexOf(char c, TextRange within) {
    int at = text.indexOf(c, within.start());
    return at < within.end() ? at : -1;
  }

  /** Blanks and scheme before the reference itself; empty at its start when there is no scheme. */
  private static TextRange schemeOf(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.indexOf(SEPARATOR, start);
    return end > start && isScheme(text, start, end)
        ? new TextRange(0, end + SEPARATOR.length())
        : TextRange.at(start);
  }

  private static boolean isScheme(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || isCapital(c);
      if (!letter && (i == start || (!isNamePart(c) && "+.-".indexOf(c) < 0) || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHost(String segment) {
    return segment.indexOf('.') >= 0 || segment.indexOf(':') >= 0 || segment.equals("localhost");
  }

  /**
   * Length of {@code $upstream} in any letter case at the start of a text; 0 when the text starts
   * otherwise.
   */
  private static int parentPrefix(String text) {
    boolean starts = text.regionMatches(true, 0, PARENT, 0, PARENT.length());
    boolean longer = text.length() > PARENT.length() && isNamePart(text.charAt(PARENT.length()));
    return starts && !longer ? PARENT.length() : 0;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigitOneToNine(char c) {
    return c >= '1' && c <= '9';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageReference reference && text.equals(reference.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
