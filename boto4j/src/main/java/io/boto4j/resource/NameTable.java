package io.boto4j.resource;

import io.boto4j.model.NearNames;
import io.boto4j.model.resource.SnakeCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one kind that a type has, by name. A name may be spelled as AWS spells it or
 * in snake or camel case.
 *
 * @param <T> the type of the definitions
 */
final class NameTable<T> {
  private final String kind;
  private final String owner;
  private final UnaryOperator<String> spelling;
  private final Map<String, T> byName = new LinkedHashMap<>();
  private final Map<String, T> bySpelling = new HashMap<>();

  /**
   * Creates a table.
   *
   * @param kind the kind of definition, for messages: {@code action}
   * @param owner the type that has them: {@code s3.Bucket}
   * @param definitions the definitions; of two with the same name, the later one counts
   * @param name returns the name of a definition
   */
  NameTable(String kind, String owner, Iterable<T> definitions, Function<T, String> name) {
    this(kind, owner, definitions, name, SnakeCase::of);
  }

  /** Creates a table whose names are listed in a spelling of their own. */
  NameTable(
      String kind,
      String owner,
      Iterable<T> definitions,
      Function<T, String> name,
      UnaryOperator<String> spelling) {
    this.kind = kind;
    this.owner = owner;
    this.spelling = spelling;
    for (T each : definitions) {
      byName.put(name.apply(each), each);
    }
    byName.forEach((key, each) -> bySpelling.putIfAbsent(plain(key), each));
  }

  @Nullable T find(String name) {
    T exact = byName.get(name);
    return exact == null ? bySpelling.get(plain(name)) : exact;
  }

  T get(String name) {
    T found = find(name);
    if (found == null) {
      throw unknown(name);
    }
    return found;
  }

  /** Returns the exception for a name that does not exist. */
  IllegalArgumentException unknown(String name) {
    List<String> names = names();
    String all = names.isEmpty() ? " It has none." : " It has " + String.join(", ", names) + ".";
    return new IllegalArgumentException(
        owner + " has no " + kind + " '" + name + "'." + NearNames.hint(name, names) + all);
  }

  /** Returns the names as boto3 spells them, sorted. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : byName.keySet()) {
      names.add(spelling.apply(name));
    }
    Collections.sort(names);
    return Collections.unmodifiableList(names);
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
