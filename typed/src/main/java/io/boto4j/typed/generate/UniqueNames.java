package io.boto4j.typed.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names that are taken in one place. A name that is taken gets a suffix, again and again until
 * it is free, so the result depends only on the order of the requests.
 */
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();
  private final boolean ignoreCase;
  private final String suffix;

  /**
   * Creates names, none of which is taken.
   *
   * @param ignoreCase whether names that differ only in case are the same, as files may be
   */
  UniqueNames(String suffix, boolean ignoreCase) {
    this.suffix = suffix;
    this.ignoreCase = ignoreCase;
  }

  void reserve(Collection<String> names) {
    for (String name : names) {
      taken.add(key(name));
    }
  }

  /** Takes a name if it is free. */
  boolean take(String name) {
    return taken.add(key(name));
  }

  /** Takes a name, with as many suffixes as it needs. */
  String free(String wanted) {
    String name = JavaNames.isKeyword(wanted) ? wanted + suffix : wanted;
    while (!take(name)) {
      name += suffix;
    }
    return name;
  }

  private String key(String name) {
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }
}
