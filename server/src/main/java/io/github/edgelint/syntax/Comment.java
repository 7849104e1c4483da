package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/**
 * A comment.
 *
 * @param range the comment with its marks, without the line end
 * @param text what follows the mark ({@code #}, {@code ;}, {@code //}) or stands between {@code /*}
 *     and its end
 * @param ownLine whether nothing but blanks stands before it on its line
 */
public record Comment(TextRange range, String text, boolean ownLine) {}
