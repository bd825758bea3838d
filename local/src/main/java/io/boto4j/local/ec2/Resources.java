package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind by id, in the order of their creation. A document has the members of
 * the output; members whose names begin with {@code _} stay inside.
 */
final class Resources {
  private static final String ORDER = "_order";
  private static final String ID = "_id";

  final Kind kind;
  private final MVMap<String, Object> map;

  Resources(Kind kind, MVMap<String, Object> map) {
    this.kind = kind;
    this.map = map;
  }

  static String id(Structure document) {
    return String.valueOf(document.text(ID));
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(@Nullable String id) {
    return id != null && map.get(id) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  Structure require(@Nullable String id) {
    if (id == null) {
      throw Ec2Errors.missing(kind.type());
    }
    return require(List.of(id)).get(0);
  }

  List<Structure> require(List<String> ids) {
    List<Structure> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      kind.check(id);
      Structure document = find(id);
      if (document == null) {
        missing.add(id);
      } else {
        found.add(document);
      }
    }
    if (!missing.isEmpty()) {
      throw kind.notFound(missing);
    }
    return found;
  }

  List<Structure> all() {
    return all(each -> true);
  }

  List<Structure> all(Predicate<Structure> wanted) {
    List<Structure> all = new ArrayList<>();
    for (String key : map.keySet()) {
      Structure each = find(key);
      if (each != null && wanted.test(each)) {
        all.add(each);
      }
    }
    Comparator<Structure> order =
        Comparator.comparingLong(each -> Objects.requireNonNullElse(each.longInteger(ORDER), 0L));
    all.sort(order);
    return all;
  }

  boolean any(Predicate<Structure> wanted) {
    return !all(wanted).isEmpty();
  }

  /** Adds a resource. */
  Structure add(String id, long order, Map<String, ?> members) {
    Map<String, Object> document = new LinkedHashMap<>(members);
    document.put(ID, id);
    document.put(ORDER, order);
    map.put(id, document);
    return Structures.of(document);
  }

  /** Changes members; null removes one. */
  Structure edit(String id, Map<String, ? extends @Nullable Object> members) {
    Structure before = find(id);
    Map<String, Object> changed =
        before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
    members.forEach(
        (name, value) -> {
          if (value == null) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    map.put(id, changed);
    return Structures.of(changed);
  }

  Structure edit(String id, String member, @Nullable Object value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(member, value);
    return edit(id, members);
  }

  void remove(String id) {
    map.remove(id);
  }

  /** The members that the output has. */
  static Params open(Structure document) {
    Map<String, Object> open = new LinkedHashMap<>(document);
    open.keySet().removeIf(name -> name.startsWith("_"));
    return Params.copyOf(open);
  }
}
