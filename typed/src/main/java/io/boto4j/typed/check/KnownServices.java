package io.boto4j.typed.check;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The services with models on the processor path and in the folders of the options. Each is a
 * client that sends nothing: what exists, and the messages about what does not, are those of the
 * run time.
 */
final class KnownServices {
  /** A build does not depend on the files of the person who runs it. */
  private static final Path NO_HOME = Path.of("no-home-directory");

  private final Session session;
  private final Map<String, Found> known = new HashMap<>();

  /** A client, or the reason for its absence. */
  record Found(@Nullable Client client, @Nullable String problem) {}

  KnownServices(List<Path> folders) {
    Session.Builder builder =
        Session.builder()
            .environment(Map.of())
            .systemProperties(Map.of())
            .home(NO_HOME)
            .region("us-east-1")
            .credentials(Credentials.of("none", "none"))
            .transport(
                request -> {
                  throw new IllegalStateException("The check sends nothing");
                });
    for (Path folder : folders) {
      builder.dataPath(folder);
    }
    this.session = builder.build();
  }

  /** Returns the client of a service. */
  Found find(String service) {
    Found found = known.get(service);
    if (found == null) {
      found = create(service);
      known.put(service, found);
    }
    return found;
  }

  /** Returns whether there are any models at all. */
  boolean isEmpty() {
    return session.services().isEmpty();
  }

  private Found create(String service) {
    try {
      return new Found(session.client(service), null);
    } catch (Boto4jException | IllegalArgumentException e) {
      return new Found(null, String.valueOf(e.getMessage()));
    }
  }

  Session session() {
    return session;
  }
}
