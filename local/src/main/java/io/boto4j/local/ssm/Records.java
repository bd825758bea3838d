package io.boto4j.local.ssm;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The resources of one kind, such as maintenance windows, by id. */
final class Records {
  private static final int ID_DIGITS = 17;

  private final EngineContext context;
  private final MVMap<String, Object> map;
  private final String idMember;
  private final UnaryOperator<String> missing;

  /**
   * Opens the resources of a kind.
   *
   * @param name the name of the map
   * @param idMember the member that has the id
   * @param missing the message for an id that does not exist
   */
  Records(EngineContext context, String name, String idMember, UnaryOperator<String> missing) {
    this.context = context;
    this.map = context.store().map(name);
    this.idMember = idMember;
    this.missing = missing;
  }

  /** A new id, such as {@code mw-0c50858d01EXAMPLE}. */
  String newId(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < ID_DIGITS; i++) {
      id.append(Character.forDigit(context.random().nextInt(16), 16));
    }
    return id.toString();
  }

  String newUuid() {
    return new UUID(context.random().nextLong(), context.random().nextLong()).toString();
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(@Nullable String id) {
    return id != null && map.get(id) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  Structure get(@Nullable String id) {
    Structure found = find(id);
    if (found == null) {
      throw new EngineException("DoesNotExistException", missing.apply(String.valueOf(id)));
    }
    return found;
  }

  /** A resource that belongs to another. */
  Structure get(@Nullable String id, String ownerMember, String owner) {
    Structure found = get(id);
    if (!owner.equals(found.text(ownerMember))) {
      throw new EngineException("DoesNotExistException", missing.apply(String.valueOf(id)));
    }
    return found;
  }

  /** The resource that a request with the same token has created. */
  @Nullable Structure created(Structure input) {
    String token = input.text("ClientToken");
    return token == null
        ? null
        : all().stream()
            .filter(each -> token.equals(each.text("ClientToken")))
            .findFirst()
            .orElse(null);
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String id : map.keySet()) {
      Structure each = find(id);
      if (each != null) {
        all.add(each);
      }
    }
    return all;
  }

  Structure put(Map<String, ?> document) {
    Map<String, Object> copy = new LinkedHashMap<>(document);
    map.put(String.valueOf(copy.get(idMember)), copy);
    return Structures.of(copy);
  }

  Structure edit(Structure record, Map<String, ?> members) {
    Map<String, Object> changed = new LinkedHashMap<>(record);
    changed.putAll(members);
    return put(changed);
  }

  /**
   * Changes the members that a request has.
   *
   * @param members those that it may have; with {@code Replace}, those that it lacks are removed
   */
  Structure update(Structure record, Structure input, List<String> members) {
    Map<String, Object> changed = new LinkedHashMap<>(record);
    if (Boolean.TRUE.equals(input.bool("Replace"))) {
      members.forEach(changed::remove);
    }
    changed.putAll(select(input, members));
    return put(changed);
  }

  void remove(String id) {
    map.remove(id);
  }

  /** The members of a document that it has. */
  static Map<String, Object> select(Structure document, List<String> members) {
    Map<String, Object> selected = new LinkedHashMap<>();
    for (String member : members) {
      Object value = document.get(member);
      if (value != null) {
        selected.put(member, value);
      }
    }
    return selected;
  }
}
