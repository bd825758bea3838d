package io.boto4j.internal.hook;

import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * The client of a {@link Customization}, reduced to what customizations ask of it. Thread-safe.
 *
 * <p>Customizations depend on this interface alone, so that the steps of a call and the facts about
 * single services do not depend on each other.
 */
public interface CustomizationClient {
  /**
   * Calls another operation of the same service.
   *
   * @param operation the name of the operation
   * @param parameters its input
   * @return the response
   */
  Response call(String operation, Map<String, ?> parameters);

  /**
   * Presigns a request for another region, in which the service makes it on behalf of the caller.
   * The URL is valid for an hour.
   *
   * @param operation the operation
   * @param request the request to the endpoint of that region; its body becomes part of the query
   * @param region the region to sign for
   * @return the URL: a secret
   */
  URI presign(OperationModel operation, HttpRequest request, String region);

  /**
   * Returns the region in the signatures of this client.
   *
   * @return the region, such as {@code eu-west-1}
   */
  String region();

  /**
   * Returns the clock of the session.
   *
   * @return the clock
   */
  Clock clock();
}
