package io.github.edgelint.lsp;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Writes ranges in one go. Answers consist of them: an outline of 100 KB has thousands, and field
 * by field they take three times as long as everything else in it. They are read as ever.
 */
final class RangeWriter implements TypeAdapterFactory {

  @Override
  @SuppressWarnings("unchecked") // the type is that of the token
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType() == Range.class
        ? (TypeAdapter<T>)
            new Adapter(gson.getDelegateAdapter(this, (TypeToken<Range>) type)).nullSafe()
        : null;
  }

  private static final class Adapter extends TypeAdapter<Range> {

    private final TypeAdapter<Range> reader;

    Adapter(TypeAdapter<Range> reader) {
      this.reader = reader;
    }

    @Override
    public Range read(JsonReader in) throws IOException {
      return reader.read(in);
    }

    @Override
    public void write(JsonWriter out, Range range) throws IOException {
      out.jsonValue(
          "{\"start\":" + json(range.getStart()) + ",\"end\":" + json(range.getEnd()) + "}");
    }

    private static String json(Position position) {
      return "{\"line\":" + position.getLine() + ",\"character\":" + position.getCharacter() + "}";
    }
  }
}
