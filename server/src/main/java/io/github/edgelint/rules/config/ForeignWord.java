package io.github.edgelint.rules.config;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A word of the other way of provisioning that stands where one of the chosen way is missing.
 *
 * @param right what it is called here; empty where there is no such thing
 * @param partOfProof whether it belongs to the table that says how the device proves who it is
 * @param moves whether its place is wrong, not its name
 * @param repair the edits that put it right
 */
record ForeignWord(
    String word,
    TextRange range,
    String right,
    boolean partOfProof,
    boolean moves,
    Function<TomlEditor, List<TextEdit>> repair) {

  /** The foreign words of a table, in no certain order. */
  static List<ForeignWord> of(Provisioning provisioning) {
    Form form = provisioning.form();
    boolean decided =
        form == Form.MANUAL && provisioning.table().get("connection_string").isPresent();
    if (form.proof().isEmpty() || decided) {
      return List.of();
    }
    return new Search(provisioning).run();
  }

  private static ForeignWord renamed(Member member, String right, boolean partOfProof) {
    return new ForeignWord(
        member.name(),
        member.key().range(),
        right,
        partOfProof,
        false,
        editor -> editor.rename(member, right));
  }

  private static final class Search {
    private final ObjectNode table;
    private final Form form;
    private final List<ForeignWord> found = new ArrayList<>();

    Search(Provisioning provisioning) {
      this.table = provisioning.table();
      this.form = provisioning.form();
    }

    List<ForeignWord> run() {
      Optional<Member> own = table.member(form.proof());
      Optional<Member> other = table.member(form.other().proof());
      if (own.isEmpty()) {
        other.ifPresent(member -> found.add(renamed(member, form.proof(), true)));
      }
      ConfigNode proof = own.or(() -> other).map(Member::value).orElse(null);
      if (proof instanceof ObjectNode inside) {
        method(inside);
        key(inside);
        if (own.isPresent() && other.isPresent()) {
          certificate(inside, other.get());
        }
      }
      if (form == Form.DPS) {
        scope();
      }
      registration(proof);
      return found;
    }

    private void method(ObjectNode proof) {
      String method = proof.get("method").asText().orElse("");
      String right = form == Form.DPS ? "symmetric_key" : "sas";
      boolean foreign = method.equals(form == Form.DPS ? "sas" : "symmetric_key");
      if (foreign || (form == Form.MANUAL && method.equals("tpm"))) {
        ConfigNode value = proof.get("method");
        found.add(
            new ForeignWord(
                method,
                value.range(),
                foreign ? right : "",
                true,
                false,
                editor -> foreign ? editor.set(value, NewValue.text(right)) : List.of()));
      }
    }

    private void key(ObjectNode proof) {
      String method = proof.get("method").asText().orElse("");
      String right = form == Form.DPS ? "symmetric_key" : "device_id_pk";
      String foreign = form == Form.DPS ? "device_id_pk" : "symmetric_key";
      if (proof.get(right).isPresent() || method.equals("x509") || method.equals("tpm")) {
        return;
      }
      proof.member(foreign).ifPresent(member -> found.add(renamed(member, right, true)));
    }

    /** The sample on Microsoft Learn puts the certificate of DPS below the other table. */
    private void certificate(ObjectNode proof, Member other) {
      Optional<Member> misplaced =
          other.value() instanceof ObjectNode table
              ? table.member("identity_cert")
              : Optional.empty();
      boolean needed = proof.get("method").asText().filter("x509"::equals).isPresent();
      if (needed && misplaced.isPresent() && !proof.get("identity_cert").isPresent()) {
        found.add(
            new ForeignWord(
                other.name(),
                other.key().range(),
                form.proof(),
                true,
                true,
                editor -> editor.move(misplaced.get(), proof)));
      }
    }

    private void scope() {
      if (!table.get("id_scope").isPresent()) {
        table.member("scope_id").ifPresent(member -> found.add(renamed(member, "id_scope", false)));
      }
    }

    private void registration(ConfigNode proof) {
      Optional<Member> member = table.member("registration_id");
      if (member.isEmpty()) {
        return;
      }
      if (form == Form.MANUAL) {
        if (!table.get("device_id").isPresent()) {
          found.add(renamed(member.get(), "device_id", false));
        }
        return;
      }
      boolean needed =
          proof instanceof ObjectNode inside
              && !inside.get("registration_id").isPresent()
              && inside.get("method").asText().filter(method -> !method.equals("x509")).isPresent();
      if (needed) {
        found.add(
            new ForeignWord(
                member.get().name(),
                member.get().key().range(),
                "provisioning." + form.proof(),
                false,
                true,
                editor -> editor.move(member.get(), (ObjectNode) proof)));
      }
    }
  }

  /** The names that foreign words stand for. */
  static List<String> rightNames(List<ForeignWord> words) {
    List<String> names = new ArrayList<>();
    for (ForeignWord word : words) {
      names.add(word.moves() && !word.partOfProof() ? word.word() : word.right());
    }
    return names;
  }
}
