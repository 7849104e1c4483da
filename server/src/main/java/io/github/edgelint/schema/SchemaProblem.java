package io.github.edgelint.schema;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mistake that the schema of a document shows: one per mistake, where it was made. */
public sealed interface SchemaProblem {

  /** What to underline, in UTF-16 offsets of the file. */
  TextRange range();

  /** What the schema says about the value, or about the object where a key is wrong. */
  Place place();

  /** The demand that is not met. */
  Demand demand();

  /** Whether a validator refuses the document because of it. */
  default boolean refuses() {
    return true;
  }

  /**
   * A key that its object does not have.
   *
   * @param object whose key it is
   * @param place the object's
   */
  record UnknownKey(Member member, ObjectNode object, Place place, Demand demand)
      implements SchemaProblem {
    @Override
    public TextRange range() {
      return member.key().range();
    }
  }

  /**
   * A key that is known in another spelling: other letter case, or {@code some_key} for {@code
   * someKey}.
   *
   * @param canonical the name that the schema knows
   * @param place the object's
   */
  record KeyLetterCase(
      Member member, ObjectNode object, String canonical, Place place, Demand demand)
      implements SchemaProblem {
    @Override
    public TextRange range() {
      return member.key().range();
    }
  }

  /**
   * An object without keys that it needs; those that one demand asks for.
   *
   * @param range its key or header; empty and at its start where it has neither
   * @param missing the keys in the order of the schema, at least one
   * @param place the object's
   */
  record MissingKeys(
      ObjectNode object, TextRange range, List<Property> missing, Place place, Demand demand)
      implements SchemaProblem {
    public MissingKeys {
      missing = List.copyOf(missing);
    }
  }

  /**
   * A value of a type that is not taken here.
   *
   * @param member whose value it is; empty for items of arrays and for the root
   * @param allowed the values that may stand here; empty where any of the types may
   */
  record WrongType(
      ConfigNode value,
      Optional<Member> member,
      Set<ValueType> expected,
      ValueType actual,
      List<AllowedValue> allowed,
      Place place,
      Demand demand)
      implements SchemaProblem {
    public WrongType {
      expected = Set.copyOf(expected);
      allowed = List.copyOf(allowed);
    }

    @Override
    public TextRange range() {
      return value.range();
    }
  }

  /**
   * A value that is not one of those taken here.
   *
   * @param member whose value it is; empty for items of arrays
   */
  record NotAllowedValue(
      ScalarNode value,
      Optional<Member> member,
      List<AllowedValue> allowed,
      Place place,
      Demand demand)
      implements SchemaProblem {
    public NotAllowedValue {
      allowed = List.copyOf(allowed);
    }

    @Override
    public TextRange range() {
      return value.range();
    }
  }

  /**
   * A value that its reader takes, although it is not one of those that the schema would have.
   *
   * @param member whose value it is; empty for items of arrays
   */
  record OtherSpelling(
      ScalarNode value,
      Optional<Member> member,
      List<AllowedValue> allowed,
      Place place,
      Demand demand)
      implements SchemaProblem {
    public OtherSpelling {
      allowed = List.copyOf(allowed);
    }

    @Override
    public TextRange range() {
      return value.range();
    }

    @Override
    public boolean refuses() {
      return false;
    }
  }

  /**
   * A number or size beyond a bound.
   *
   * @param member whose value it is; empty for items of arrays and for the root
   * @param broken the bound
   */
  record OutOfRange(
      ConfigNode value, Optional<Member> member, Limit broken, Place place, Demand demand)
      implements SchemaProblem {
    @Override
    public TextRange range() {
      return value.range();
    }
  }

  /**
   * A text that does not have its format.
   *
   * @param member whose value it is; empty for items of arrays
   * @param format the name of the format; empty for a regular expression
   * @param detail what is wrong, as the judge of formats put it; may be empty
   */
  record BadFormat(
      ScalarNode value,
      Optional<Member> member,
      Optional<String> format,
      String detail,
      Place place,
      Demand demand)
      implements SchemaProblem {
    @Override
    public TextRange range() {
      return value.range();
    }

    @Override
    public boolean refuses() {
      return demand.schema().pattern().isPresent();
    }
  }

  /**
   * A key that has outlived its time.
   *
   * @param place of its value
   */
  record DeprecatedKey(Member member, Place place, Demand demand) implements SchemaProblem {
    @Override
    public TextRange range() {
      return member.key().range();
    }

    @Override
    public boolean refuses() {
      return false;
    }
  }
}
