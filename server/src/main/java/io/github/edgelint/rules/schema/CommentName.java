package io.github.edgelint.rules.schema;

/** Names under which people write comments into JSON, or which are meant for their editor. */
final class CommentName {

  private static final String COMMENT = "comment";

  private CommentName() {}

  /** Whether nobody takes a member of this name for a setting. */
  static boolean isComment(String name) {
    return name.startsWith("_")
        || name.startsWith("//")
        || name.startsWith("$comment")
        || name.startsWith("$schema");
  }

  /** Whether a member of this name is probably no entry of a map whose names are chosen. */
  static boolean isCommentInMap(String name) {
    // __NAME is how some tools write what they replace.
    boolean standIn =
        name.startsWith("__") && name.length() > 2 && Character.isUpperCase(name.charAt(2));
    return (name.startsWith("_") && !standIn)
        || name.startsWith("//")
        || name.startsWith("#")
        || name.regionMatches(true, 0, COMMENT, 0, COMMENT.length());
  }
}
