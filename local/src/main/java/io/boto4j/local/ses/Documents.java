package io.boto4j.local.ses;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The documents of one kind by name. */
final class Documents {
  private final MVMap<String, Object> map;

  Documents(MVMap<String, Object> map) {
    this.map = map;
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(@Nullable String name) {
    return name != null && map.get(name) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String name : map.keySet()) {
      Structure each = find(name);
      if (each != null) {
        all.add(each);
      }
    }
    return all;
  }

  List<String> names() {
    return List.copyOf(map.keySet());
  }

  void put(String name, Map<String, ?> document) {
    map.put(name, new LinkedHashMap<>(document));
  }

  /** Changes one member. */
  void edit(String name, String member, @Nullable Object value) {
    Structure before = find(name);
    put(name, Params.copyOf(before == null ? Map.of() : before).with(member, value));
  }

  void remove(@Nullable String name) {
    if (name != null) {
      map.remove(name);
    }
  }

  /** A page of a list, whose token is the number of its first item. */
  static Params page(Structure input, String member, List<?> items, int usual) {
    String token = input.text("NextToken");
    Integer wanted = input.integer("MaxItems");
    int from = 0;
    if (token != null && !token.isEmpty()) {
      if (!token.matches("\\d{1,8}")) {
        throw SesErrors.invalid("Invalid NextToken");
      }
      from = Math.min(Integer.parseInt(token), items.size());
    }
    int most = wanted == null || wanted <= 0 ? usual : Math.min(wanted, 1000);
    int to = Math.min(items.size(), from + most);
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "NextToken",
        to < items.size() ? String.valueOf(to) : null);
  }
}
