package io.boto4j.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cases that are known to fail, each with its reason: lines {@code suite / id — reason} in
 * {@code known-failures.txt}.
 */
final class KnownFailures {
  private static final String FILE = "known-failures.txt";

  private final Map<String, String> reasons;

  private KnownFailures(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  static KnownFailures read() {
    return read(FILE);
  }

  /** Reads another file of this form. */
  static KnownFailures read(String file) {
    try (InputStream in = KnownFailures.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses the text of a file.
   *
   * @throws IllegalArgumentException if a line has no reason, or a case has two lines
   */
  static KnownFailures of(String text) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int dash = line.indexOf(" — ");
        if (dash < 0 || line.substring(dash + 3).isBlank()) {
          throw new IllegalArgumentException(FILE + ": no reason in: " + line);
        }
        if (reasons.put(line.substring(0, dash).strip(), line.substring(dash + 3)) != null) {
          throw new IllegalArgumentException(FILE + ": twice: " + line);
        }
      }
    }
    return new KnownFailures(reasons);
  }

  /** Returns the reason for which a case fails; null if it must pass. */
  @Nullable String reason(String name) {
    return reasons.get(name);
  }

  /** Returns the name of the test for a case, with the reason if it is known to fail. */
  String title(String name) {
    String reason = reason(name);
    return reason == null ? name : name + " — known difference: " + reason;
  }

  Map<String, String> all() {
    return Collections.unmodifiableMap(reasons);
  }
}
