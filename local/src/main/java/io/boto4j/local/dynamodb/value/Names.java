package io.boto4j.local.dynamodb.value;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One instance of each attribute name. The items of a table have the same few names, which would
 * otherwise take more memory than the values.
 */
final class Names {
  private static final int MOST = 20_000;
  private static final int LONGEST = 64;
  private static final ConcurrentMap<String, String> KNOWN = new ConcurrentHashMap<>();

  private Names() {}

  static String shared(String name) {
    String known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    if (name.length() <= LONGEST && KNOWN.size() < MOST) {
      KNOWN.putIfAbsent(name, name);
    }
    return name;
  }
}
