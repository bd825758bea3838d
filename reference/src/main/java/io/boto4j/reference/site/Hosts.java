package io.boto4j.reference.site;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.model.ServiceModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that boto4j's clients call, which follow from the endpoint rules of the services.
 *
 * <p>Nothing is sent, and neither the environment nor files of the user are read.
 */
final class Hosts {
  private final Session session;

  Hosts() {
    // The keys are never sent; with any, nobody looks for others.
    this.session =
        Session.builder()
            .environment(Map.of())
            .systemProperties(Map.of())
            .home(Path.of("no-such-home"))
            .credentials(() -> Credentials.of("reference", "reference"))
            .config(options -> options.parameterValidation(false).accountIdEndpointMode("disabled"))
            .build();
  }

  /**
   * Returns the host of a service in a region.
   *
   * @return the host, with a port if it has one; null if it depends on more than the region
   */
  @Nullable String of(ServiceModel service, String region) {
    List<String> operations = service.operationNames();
    if (operations.isEmpty()) {
      return null;
    }
    try {
      URI endpoint =
          session
              .client(service.name(), options -> options.region(region))
              .explain(operations.get(0), Map.of())
              .endpoint();
      return endpoint == null ? null : endpoint.getRawAuthority();
    } catch (Boto4jException e) {
      return null; // such as a region that is not one
    }
  }
}
