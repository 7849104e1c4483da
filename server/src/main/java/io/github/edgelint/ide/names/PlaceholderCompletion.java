package io.github.edgelint.ide.names;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.CompletionProvider;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tools fill into the texts of a template: the images of the modules beside it, and the
 * variables of its {@code .env}.
 */
public final class PlaceholderCompletion implements CompletionProvider {

  private static final Pattern BEGUN = Pattern.compile("\\$(?:\\{[A-Za-z0-9_.-]*|[A-Za-z0-9_.]*)$");
  // Behind a placeholder that is not closed, a hyphen belongs to the text.
  private static final Pattern REST = Pattern.compile("^(?:[A-Za-z0-9_.-]*\\}|[A-Za-z0-9_.]*)");

  @Override
  public void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    Document template = cursor.document();
    boolean text = cursor.slot() == Cursor.Slot.VALUE && cursor.isQuoted();
    if (!template.isTemplate() || !text || cursor.offset() == cursor.token().start()) {
      return;
    }
    String typed = cursor.typed();
    Matcher begun = BEGUN.matcher(typed);
    boolean image = cursor.member().map(Member::name).filter("image"::equals).isPresent();
    if (begun.find()) {
      propose(cursor, begun.group(), TemplateBuild.of(snapshot, template), proposals);
    } else if (image && typed.isEmpty()) {
      propose(cursor, "", TemplateBuild.of(snapshot, template), proposals);
    }
  }

  /**
   * @param begun what is there of the placeholder before the cursor
   */
  private static void propose(
      Cursor cursor, String begun, TemplateBuild build, Consumer<CompletionItem> proposals) {
    int end = cursor.token().end();
    Matcher rest = REST.matcher(cursor.tree().text().substring(cursor.offset(), end));
    int replacedEnd = cursor.offset() + (rest.find() ? rest.end() : 0);
    TextRange replaced = new TextRange(cursor.offset() - begun.length(), replacedEnd);
    int count = 0;
    for (Map.Entry<String, Document> module : build.modules().entrySet()) {
      String name = "MODULES." + module.getKey();
      add(name, begun, "image of the module", Kind.MODULE, replaced, count++, proposals);
      if (begun.contains(name + '.')) {
        for (String platform : TemplateBuild.platformsOf(module.getValue())) {
          String image = name + '.' + platform;
          add(image, begun, "image for " + platform, Kind.MODULE, replaced, count++, proposals);
        }
      }
    }
    if (begun.isEmpty()) {
      return;
    }
    for (String name : build.variables().keySet()) {
      add(name, begun, "variable of .env", Kind.VARIABLE, replaced, count++, proposals);
    }
  }

  private static void add(
      String name,
      String begun,
      String detail,
      Kind kind,
      TextRange replaced,
      int index,
      Consumer<CompletionItem> proposals) {
    String text = "${" + name + "}";
    boolean bare = begun.startsWith("$") && !begun.startsWith("${");
    proposals.accept(
        CompletionItem.of(text, kind, replaced, text)
            .withDetail(detail)
            .sortedAs(CompletionItem.order(0, index))
            .foundBy(bare ? "$" + name : text));
  }
}
