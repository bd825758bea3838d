package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind, such as DB instances, by their names, which are not case-sensitive.
 *
 * <p>A resource is stored as its description in answers, with what else belongs to it under {@link
 * #LOCAL}.
 */
final class Resources {
  /** The member of a stored resource that answers do not have. */
  static final String LOCAL = "Local";

  private final MVMap<String, Object> map;
  private final String arnType;
  private final String nameMember;
  private final boolean describesTags;

  /**
   * Wraps a map.
   *
   * @param arnType the type in ARNs, such as {@code db}
   * @param nameMember the member that has the name
   * @param describesTags whether descriptions have {@code TagList}
   */
  Resources(MVMap<String, Object> map, String arnType, String nameMember, boolean describesTags) {
    this.map = map;
    this.arnType = arnType;
    this.nameMember = nameMember;
    this.describesTags = describesTags;
  }

  String arnType() {
    return arnType;
  }

  /** Returns the name of a resource. */
  String nameOf(Structure resource) {
    return String.valueOf(resource.text(nameMember));
  }

  /** Returns the name from a name or an ARN of this type. */
  String nameIn(String nameOrArn) {
    String name = nameOrArn;
    if (nameOrArn.startsWith("arn:")) {
      String[] parts = nameOrArn.split(":", 7);
      name = parts.length == 7 && parts[5].equals(arnType) ? parts[6] : nameOrArn;
    }
    return key(name);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(@Nullable String name) {
    return name != null && map.get(key(name)) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  /** Returns a resource that must exist, because it was there a moment ago. */
  Structure get(String name) {
    Structure found = find(name);
    if (found == null) {
      throw new IllegalStateException("There is no " + arnType + " " + name);
    }
    return found;
  }

  boolean has(String name) {
    return map.containsKey(key(name));
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
    return all;
  }

  int size() {
    return map.size();
  }

  /** Returns the resource whose local id is given. */
  @Nullable Structure byId(String id) {
    for (Structure each : all(resource -> id.equals(id(resource)))) {
      return each;
    }
    return null;
  }

  /** Returns the id that a resource keeps when it is renamed. */
  static String id(Structure resource) {
    String id = resource.text(LOCAL, "Id");
    return id == null ? "" : id;
  }

  void put(Map<String, ?> resource) {
    map.put(key(nameOf(Structures.of(resource))), new LinkedHashMap<>(resource));
  }

  /** Changes members of a resource, except its name; null removes one. */
  Structure edit(String name, Map<String, ?> members) {
    Map<String, Object> changed = new LinkedHashMap<>(get(name));
    merge(changed, members);
    map.put(key(name), changed);
    return Structures.of(changed);
  }

  Structure edit(String name, String member, @Nullable Object value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(member, value);
    return edit(name, members);
  }

  /** Changes members under {@link #LOCAL}; null removes one. */
  Structure editLocal(String name, Map<String, ?> members) {
    Map<String, Object> local = new LinkedHashMap<>(get(name).map(LOCAL));
    merge(local, members);
    return edit(name, LOCAL, local);
  }

  private static void merge(Map<String, Object> into, Map<String, ?> members) {
    members.forEach(
        (member, value) -> {
          if (value == null) {
            into.remove(member);
          } else {
            into.put(member, value);
          }
        });
  }

  void remove(String name) {
    map.remove(key(name));
  }

  /** Returns a resource as answers describe it. */
  Params view(Structure resource) {
    Params view = Params.copyOf(resource).without(LOCAL);
    return describesTags ? view : view.without("TagList");
  }
}
