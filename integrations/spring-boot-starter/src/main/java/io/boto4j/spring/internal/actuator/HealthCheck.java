package io.boto4j.spring.internal.actuator;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import io.boto4j.model.NearNames;
import io.boto4j.spring.AwsClients;
import io.boto4j.spring.Boto4jProperties;
import io.boto4j.spring.internal.StartupException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The check whether AWS can be called: whether there are credentials, and whether each call of
 * {@code boto4j.health.calls} succeeds.
 */
final class HealthCheck {
  /** A call that must succeed. */
  private record Call(Client client, String operation, String text) {}

  /**
   * The result of the check.
   *
   * @param error the first error, or null if all is well
   * @param details the region, the source of the credentials and the result of each call
   */
  record Result(@Nullable Exception error, Map<String, Object> details) {}

  private final Session session;
  private final List<Call> calls = new ArrayList<>();
  private final Duration timeout;

  /**
   * Creates a check.
   *
   * @throws StartupException if a call is malformed or unknown
   */
  HealthCheck(AwsClients clients, Boto4jProperties.Health settings) {
    this.session = clients.session();
    this.timeout = settings.timeout();
    for (String text : settings.calls()) {
      calls.add(parse(text, clients));
    }
  }

  private static Call parse(String text, AwsClients clients) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new StartupException(
          "boto4j.health.calls has the entry '" + text + "', which is not a call.",
          "Write SERVICE:OPERATION, such as sts:GetCallerIdentity.",
          null);
    }
    Client client = clients.client(text.substring(0, colon));
    String operation = text.substring(colon + 1);
    if (client.model().findOperation(operation) == null) {
      throw new StartupException(
          "boto4j.health.calls has the entry '"
              + text
              + "', but "
              + client.service()
              + " has no such operation."
              + NearNames.hint(operation, client.operations()),
          "Correct the name of the operation.",
          null);
    }
    return new Call(client, operation, text);
  }

  Result run() {
    Map<String, Object> details = new LinkedHashMap<>();
    Exception error = credentials(details);
    if (error != null) {
      return new Result(error, details); // no call can succeed
    }
    for (Call call : calls) {
      Exception failure = call(call, details);
      error = error == null ? failure : error;
    }
    return new Result(error, details);
  }

  private @Nullable Exception credentials(Map<String, Object> details) {
    try {
      String region = session.region();
      details.put("region", region == null ? "none" : region);
      details.put("credentials", session.credentials().credentials().source());
      return null;
    } catch (Boto4jException e) {
      return e;
    }
  }

  private @Nullable Exception call(Call call, Map<String, Object> details) {
    try {
      call.client()
          .call(
              call.operation(), Map.of(), options -> options.totalTimeout(timeout).maxAttempts(1));
      details.put(call.text(), "ok");
      return null;
    } catch (Boto4jException e) {
      String reason =
          e instanceof ServiceException service ? service.code() : e.getClass().getSimpleName();
      details.put(call.text(), reason);
      return e;
    }
  }
}
