package io.boto4j.reference.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reviewed lists of what is used most, and of the words by which people know a service. */
final class Popularity {
  private final Map<String, String> popular = read("popular.txt");
  private final Map<String, String> aliases = read("aliases.txt");

  /** Returns the services, the most used ones first and then the others by name. */
  List<String> order(Collection<String> services) {
    Set<String> ordered = new LinkedHashSet<>(popular.keySet());
    ordered.retainAll(Set.copyOf(services));
    ordered.addAll(new TreeSet<>(services));
    return List.copyOf(ordered);
  }

  /** Returns the operations of a service, the most used ones first, then the others by name. */
  List<String> operations(String service, Collection<String> operations) {
    Set<String> ordered = new LinkedHashSet<>(popularOperations(service));
    ordered.retainAll(Set.copyOf(operations));
    ordered.addAll(new TreeSet<>(operations));
    return List.copyOf(ordered);
  }

  /** Returns the operations of a service that are used most. */
  Set<String> popularOperations(String service) {
    return new LinkedHashSet<>(split(popular.get(service), " "));
  }

  /** Returns the aliases of a service. */
  List<String> aliases(String service) {
    return split(aliases.get(service), ",");
  }

  private static List<String> split(@Nullable String list, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : list == null ? new String[0] : list.split(separator, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static Map<String, String> read(String file) {
    Map<String, String> lists = new LinkedHashMap<>();
    try (InputStream in = Popularity.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + file + " beside " + Popularity.class);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          lists.put(line.substring(0, colon), line.substring(colon + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }
}
