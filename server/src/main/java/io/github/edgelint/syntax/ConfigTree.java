package io.github.edgelint.syntax;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A parsed file: its tokens without a gap, its values, its comments, and what is wrong with its
 * notation. Immutable.
 */
public final class ConfigTree {

  /** How deep values may nest; deeper ones are reported and left out. */
  public static final int MAX_DEPTH = 256;

  private final Language language;
  private final SourceText source;
  private final Tokens tokens;
  private final ConfigNode root;
  private final List<Section> sections;
  private final List<Comment> comments;
  private final List<SyntaxProblem> problems;
  private volatile IdentityHashMap<ConfigNode, Parent> parents;

  private record Parent(ConfigNode node, String step, Member member) {}

  /**
   * @param sections the parts of a TOML or unit file in order; a single one for JSON whose root is
   *     an object, else none
   */
  public ConfigTree(
      Language language,
      SourceText source,
      Tokens tokens,
      ConfigNode root,
      List<Section> sections,
      List<Comment> comments,
      List<SyntaxProblem> problems) {
    this.language = language;
    this.source = source;
    this.tokens = tokens;
    this.root = root;
    this.sections = List.copyOf(sections);
    this.comments = List.copyOf(comments);
    this.problems = List.copyOf(problems);
  }

  /** This tree where it is open what was meant: no repair of its problems is safe. */
  public ConfigTree inDoubt() {
    List<SyntaxProblem> doubtful = problems.stream().map(SyntaxProblem::inDoubt).toList();
    return new ConfigTree(language, source, tokens, root, sections, comments, doubtful);
  }

  public Language language() {
    return language;
  }

  public SourceText source() {
    return source;
  }

  public String text() {
    return source.text();
  }

  public Tokens tokens() {
    return tokens;
  }

  public ConfigNode root() {
    return root;
  }

  public List<Section> sections() {
    return sections;
  }

  /** All comments in order of place. */
  public List<Comment> comments() {
    return comments;
  }

  /** All problems in order of place. */
  public List<SyntaxProblem> problems() {
    return problems;
  }

  /**
   * Whether a strict reader refuses the file. Comments, trailing commas and newer TOML are told
   * apart by kind.
   */
  public boolean hasSyntaxErrors() {
    for (SyntaxProblem problem : problems) {
      if (problem.kind() == SyntaxProblem.Kind.SYNTAX
          || problem.kind() == SyntaxProblem.Kind.TOML_DEFINED_TWICE
          || problem.kind() == SyntaxProblem.Kind.TOO_DEEP) {
        return true;
      }
    }
    return false;
  }

  /** Whether a syntax error makes this part of the tree doubtful. */
  public boolean isDamaged(TextRange range) {
    for (SyntaxProblem problem : problems) {
      boolean damages =
          problem.kind() == SyntaxProblem.Kind.SYNTAX
              || problem.kind() == SyntaxProblem.Kind.TOO_DEEP;
      if (damages && problem.region().intersects(range)) {
        return true;
      }
    }
    return false;
  }

  /** The section whose lines hold {@code offset}; the last one at the end of the file. */
  public Optional<Section> sectionAt(int offset) {
    Section found = null;
    for (Section section : sections) {
      if (section.range().start() <= offset) {
        found = section;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The object or array that holds a value of this tree; empty for the root. */
  public Optional<ConfigNode> parentOf(ConfigNode node) {
    return Optional.ofNullable(parents().get(node)).map(Parent::node);
  }

  /** The member whose value this is; empty for the root and for items of arrays. */
  public Optional<Member> memberOf(ConfigNode value) {
    return Optional.ofNullable(parents().get(value)).map(Parent::member);
  }

  /** The way from the root to a value of this tree. */
  public NodePath pathOf(ConfigNode node) {
    List<String> steps = new ArrayList<>();
    Parent parent = parents().get(node);
    while (parent != null) {
      steps.add(parent.step());
      parent = parents().get(parent.node());
    }
    Collections.reverse(steps);
    return new NodePath(steps);
  }

  // A race builds the same table twice, which is harmless. Depth is bounded by MAX_DEPTH.
  private IdentityHashMap<ConfigNode, Parent> parents() {
    IdentityHashMap<ConfigNode, Parent> known = parents;
    if (known == null) {
      known = new IdentityHashMap<>();
      collect(root, known);
      parents = known;
    }
    return known;
  }

  private static void collect(ConfigNode node, IdentityHashMap<ConfigNode, Parent> into) {
    for (Member member : node.members()) {
      into.put(member.value(), new Parent(node, member.name(), member));
      collect(member.value(), into);
    }
    int index = 0;
    for (ConfigNode item : node.items()) {
      into.put(item, new Parent(node, Integer.toString(index++), null));
      collect(item, into);
    }
  }
}
