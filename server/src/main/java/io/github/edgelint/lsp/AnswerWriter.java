package io.github.edgelint.lsp;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.edgelint.syntax.json.JsonText;
import java.io.IOException;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;

/**
 * Writes what large answers consist of in one go: ranges, edits, and the symbols of a document, of
 * which 100 KB have thousands. Field by field, as the library does it, they take several times as
 * long as everything else in an answer. They are read as ever.
 */
final class AnswerWriter implements TypeAdapterFactory {

  /** Writes a value, as far as this server ever fills it. */
  @FunctionalInterface
  private interface Form<T> {
    void write(T value, StringBuilder json);
  }

  @Override
  @SuppressWarnings("unchecked") // the type is that of the token
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Form<?> form = form(type.getRawType());
    return form == null ? null : new Adapter<>((Form<T>) form, gson.getDelegateAdapter(this, type));
  }

  private static Form<?> form(Class<?> type) {
    if (type == Range.class) {
      return (Form<Range>) AnswerWriter::range;
    }
    if (type == TextEdit.class) {
      return (Form<TextEdit>) AnswerWriter::edit;
    }
    if (type == DocumentSymbol.class) {
      return (Form<DocumentSymbol>) AnswerWriter::symbol;
    }
    return type == SymbolInformation.class
        ? (Form<SymbolInformation>) AnswerWriter::information
        : null;
  }

  static final class Adapter<T> extends TypeAdapter<T> {

    private final Form<T> form;
    private final TypeAdapter<T> reader;

    Adapter(Form<T> form, TypeAdapter<T> reader) {
      this.form = form;
      this.reader = reader;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      return reader.read(in);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (value == null) {
        out.nullValue();
        return;
      }
      StringBuilder json = new StringBuilder();
      form.write(value, json);
      out.jsonValue(json.toString());
    }
  }

  private static void range(Range range, StringBuilder json) {
    json.append("{\"start\":");
    position(range.getStart(), json);
    json.append(",\"end\":");
    position(range.getEnd(), json);
    json.append('}');
  }

  private static void position(Position position, StringBuilder json) {
    json.append("{\"line\":").append(position.getLine());
    json.append(",\"character\":").append(position.getCharacter()).append('}');
  }

  private static void edit(TextEdit edit, StringBuilder json) {
    json.append("{\"range\":");
    range(edit.getRange(), json);
    text("newText", edit.getNewText(), json);
    json.append('}');
  }

  private static void symbol(DocumentSymbol symbol, StringBuilder json) {
    head(symbol.getName(), symbol.getKind(), json);
    json.append(",\"range\":");
    range(symbol.getRange(), json);
    json.append(",\"selectionRange\":");
    range(symbol.getSelectionRange(), json);
    text("detail", symbol.getDetail(), json);
    List<DocumentSymbol> children = symbol.getChildren();
    if (children != null) {
      json.append(",\"children\":[");
      for (int i = 0; i < children.size(); i++) {
        if (i > 0) {
          json.append(',');
        }
        symbol(children.get(i), json);
      }
      json.append(']');
    }
    json.append('}');
  }

  @SuppressWarnings("deprecation") // what clients without nested symbols take
  private static void information(SymbolInformation symbol, StringBuilder json) {
    head(symbol.getName(), symbol.getKind(), json);
    Location location = symbol.getLocation();
    json.append(",\"location\":{\"uri\":");
    quoted(location.getUri(), json);
    json.append(",\"range\":");
    range(location.getRange(), json);
    json.append('}');
    text("containerName", symbol.getContainerName(), json);
    json.append('}');
  }

  private static void head(String name, SymbolKind kind, StringBuilder json) {
    json.append("{\"name\":");
    quoted(name, json);
    json.append(",\"kind\":").append(kind.getValue());
  }

  private static void text(String key, String text, StringBuilder json) {
    if (text != null) {
      json.append(",\"").append(key).append("\":");
      quoted(text, json);
    }
  }

  private static void quoted(String text, StringBuilder json) {
    json.append('"').append(JsonText.escape(text)).append('"');
  }
}
