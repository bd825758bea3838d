package io.boto4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Violations of a rule that are known and left, each with its reason: a resource with one line per
 * violation, {@code violation — reason}. Blank lines and lines that start with {@code #} are
 * skipped.
 */
final class Recorded {
  private static final String SEPARATOR = " — ";

  private final String resource;
  private final Set<String> violations;

  private Recorded(String resource, Set<String> violations) {
    this.resource = resource;
    this.violations = violations;
  }

  static Recorded read(String resource) {
    try (InputStream file = Recorded.class.getResourceAsStream(resource)) {
      return parse(
          resource,
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recorded parse(String resource, String text) {
    Set<String> violations = new TreeSet<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int end = line.indexOf(SEPARATOR);
      if (end < 0 || line.substring(end + SEPARATOR.length()).isBlank()) {
        throw new IllegalArgumentException("No reason is given in " + resource + ": " + line);
      }
      if (!violations.add(line.substring(0, end))) {
        throw new IllegalArgumentException("Recorded twice in " + resource + ": " + line);
      }
    }
    return new Recorded(resource, violations);
  }

  /** Returns the recorded violations, sorted. */
  Set<String> violations() {
    return violations;
  }

  /** Returns the violations that are not recorded. */
  List<String> unknown(Collection<String> found) {
    List<String> unknown = new ArrayList<>(found);
    unknown.removeAll(violations);
    return unknown;
  }

  /** Returns the recorded violations that were not found, as sentences. */
  List<String> outdated(Collection<String> found) {
    List<String> outdated = new ArrayList<>();
    for (String violation : violations) {
      if (!found.contains(violation)) {
        outdated.add("No longer needed, delete it from " + resource + ": " + violation);
      }
    }
    return outdated;
  }
}
