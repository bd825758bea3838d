package io.boto4j.internal.value;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that are the same but for case and separators: {@code userId}, {@code user_id}. */
public final class LooseNames {
  private LooseNames() {}

  /**
   * Returns a name in lower case, without separators.
   *
   * @param name the name
   * @return the form that all names have in common that are the same
   */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.' && c != ' ') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the key of a map that is the same name; one that is equal, or else equal but for case,
   * is preferred.
   *
   * @return the key, or null if there is none
   * @throws IllegalArgumentException if two keys are equally similar
   */
  static @Nullable String key(Map<?, ?> map, String name) {
    if (map.containsKey(name)) {
      return name;
    }
    String plain = plain(name);
    String found = null;
    boolean foundCase = false;
    for (Object each : map.keySet()) {
      String key = String.valueOf(each);
      boolean sameCase = key.equalsIgnoreCase(name);
      if (plain(key).equals(plain) && (found == null || sameCase || !foundCase)) {
        if (found != null && sameCase == foundCase) {
          throw new IllegalArgumentException(
              "both " + found + " and " + key + " are similar to its name");
        }
        found = key;
        foundCase = sameCase;
      }
    }
    return found;
  }
}
