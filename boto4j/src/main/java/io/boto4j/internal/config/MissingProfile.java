package io.boto4j.internal.config;

import io.boto4j.error.ProfileNotFoundException;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.NearNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the exception for a missing profile, with details that help to find the right one. */
final class MissingProfile {
  private static final int MOST_NAMES = 20;

  private MissingProfile() {}

  static RuntimeException exception(String name, String namedBy, Profiles profiles) {
    StringBuilder detail = new StringBuilder(namedBy).append(". ");
    List<String> near = NearNames.of(name, profiles.names());
    if (!near.isEmpty()) {
      detail.append("Did you mean '").append(Printable.of(near.get(0))).append("'? ");
    }
    appendNames(detail, profiles.names());
    detail.append(" Looked in: ");
    appendFile(detail, profiles.configFile(), "config");
    detail.append(", ");
    appendFile(detail, profiles.credentialsFile(), "credentials");
    return new ProfileNotFoundException(Printable.of(name), detail.append('.').toString());
  }

  private static void appendNames(StringBuilder detail, Set<String> names) {
    if (names.isEmpty()) {
      detail.append("There are no profiles.");
      return;
    }
    detail.append("Profiles found: ");
    int shown = 0;
    for (String name : names) {
      if (shown == MOST_NAMES) {
        detail.append(" and ").append(names.size() - shown).append(" more");
        break;
      }
      detail.append(shown == 0 ? "" : ", ").append(Printable.of(name));
      shown++;
    }
    detail.append('.');
  }

  private static void appendFile(StringBuilder detail, @Nullable Path file, String kind) {
    if (file == null) {
      detail.append("no ").append(kind).append(" file (its variable is empty)");
      return;
    }
    detail.append(Printable.whole(file.toString()));
    if (!Files.isRegularFile(file)) {
      detail.append(" (missing)");
    }
  }
}
