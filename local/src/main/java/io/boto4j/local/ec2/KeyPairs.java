package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key pairs. Private keys are in the answer that creates them, and nowhere else. */
final class KeyPairs {
  private static final Filters FILTERS =
      new Filters()
          .on("fingerprint", "KeyFingerprint")
          .on("key-name", "KeyName")
          .on("key-pair-id", "KeyPairId");

  private final Ec2State state;

  KeyPairs(Ec2State state) {
    this.state = state;
  }

  void register() {
    // Keys are created before the change, because that takes long.
    state.table.read("CreateKeyPair", this::create);
    state.table.write("ImportKeyPair", this::importKey);
    state.table.write("DeleteKeyPair", this::delete);
    state.table.read("DescribeKeyPairs", this::describe);
  }

  static @Nullable Structure find(Ec2State state, @Nullable String name) {
    List<Structure> found =
        state.of(Kind.KEY_PAIR).all(pair -> Objects.equals(name, pair.text("KeyName")));
    return found.isEmpty() ? null : found.get(0);
  }

  static Structure require(Ec2State state, String name) {
    Structure pair = find(state, name);
    if (pair == null) {
      throw Kind.KEY_PAIR.notFound(List.of(name));
    }
    return pair;
  }

  private Structure add(
      String name, String type, String fingerprint, String open, Structure input) {
    if (find(state, name) != null) {
      throw Ec2Errors.of("InvalidKeyPair.Duplicate", "The keypair already exists");
    }
    Map<String, String> tags = Tags.only(input, Kind.KEY_PAIR);
    String id = state.newId(Kind.KEY_PAIR);
    Structure pair =
        state.add(
            Kind.KEY_PAIR,
            id,
            Params.of(
                "KeyPairId", id,
                "KeyType", type,
                "KeyName", name,
                "KeyFingerprint", fingerprint,
                "CreateTime", state.now(),
                "_public", open + " " + name));
    state.tags.put(id, tags);
    return pair;
  }

  private static Params created(Params pair) {
    return pair.without("KeyType").without("CreateTime");
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("KeyName"));
    String type = Objects.requireNonNullElse(input.text("KeyType"), "rsa");
    String format = Objects.requireNonNullElse(input.text("KeyFormat"), "pem");
    if (!format.equals("pem")) {
      throw Ec2Errors.of(
          "UnsupportedOperation", "boto4j-local creates keys in the format pem only");
    }
    if (!type.equals("rsa") && !type.equals("ed25519")) {
      throw Ec2Errors.invalidValue("Value (" + type + ") for parameter KeyType is invalid.");
    }
    SshKey key = type.equals("rsa") ? SshKey.createRsa() : SshKey.createEd25519(name);
    Params pair =
        state.table.change(() -> state.view(add(name, type, key.fingerprint(), key.open(), input)));
    return created(pair).with("KeyMaterial", key.pem());
  }

  private Map<String, ?> importKey(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("KeyName"));
    SshKey key = SshKey.read(input.bytes("PublicKeyMaterial"));
    String type = key.open().startsWith("ssh-rsa") ? "rsa" : "ed25519";
    return created(state.view(add(name, type, key.fingerprint(), key.open(), input)));
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = call.input().text("KeyName");
    String id = call.input().text("KeyPairId");
    if (name == null && id == null) {
      throw Ec2Errors.missing("KeyName");
    }
    Structure pair = name == null ? state.of(Kind.KEY_PAIR).find(id) : find(state, name);
    if (pair != null) {
      state.remove(Kind.KEY_PAIR, Resources.id(pair));
    }
    return Params.of("Return", true, "KeyPairId", pair == null ? null : Resources.id(pair));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<Structure> pairs = new ArrayList<>();
    for (String name : input.texts("KeyNames")) {
      pairs.add(require(state, name));
    }
    pairs.addAll(state.of(Kind.KEY_PAIR).require(input.texts("KeyPairIds")));
    if (input.texts("KeyNames").isEmpty() && input.texts("KeyPairIds").isEmpty()) {
      pairs.addAll(state.of(Kind.KEY_PAIR).all());
    }
    boolean withPublic = Boolean.TRUE.equals(input.bool("IncludePublicKey"));
    List<Structure> found = new ArrayList<>();
    for (Structure pair : pairs) {
      Params view = state.view(pair);
      found.add(Structures.of(withPublic ? view.with("PublicKey", pair.text("_public")) : view));
    }
    return Params.of("KeyPairs", FILTERS.apply(input, found));
  }
}
