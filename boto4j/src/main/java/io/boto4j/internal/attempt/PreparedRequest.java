package io.boto4j.internal.attempt;

import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that is ready for its attempts: everything that does not change from attempt to attempt.
 * Immutable.
 */
public final class PreparedRequest {
  private final Map<String, ?> input;
  private final @Nullable HttpRequest request;
  private final List<AuthScheme> authSchemes;
  private final @Nullable Response suppliedResponse;

  /**
   * Creates a request that is ready to be signed and sent.
   *
   * @param input the complete, validated input
   * @param request the request, not signed yet
   * @param authSchemes the auth schemes of the endpoint, best first; empty if the endpoint leaves
   *     them to the client
   */
  public PreparedRequest(Map<String, ?> input, HttpRequest request, List<AuthScheme> authSchemes) {
    this(input, request, authSchemes, null);
  }

  private PreparedRequest(
      Map<String, ?> input,
      @Nullable HttpRequest request,
      List<AuthScheme> authSchemes,
      @Nullable Response suppliedResponse) {
    this.input = input;
    this.request = request;
    this.authSchemes = authSchemes;
    this.suppliedResponse = suppliedResponse;
  }

  /**
   * Returns the end of a call whose response an interceptor supplied: there is no request.
   *
   * @param input the complete, validated input
   * @param response the response of the interceptor
   * @return a prepared request without a request
   */
  public static PreparedRequest supplied(Map<String, ?> input, Response response) {
    return new PreparedRequest(input, null, List.of(), response);
  }

  /**
   * Returns the response that an interceptor supplied.
   *
   * @return the response, or null if the request is to be sent
   */
  public @Nullable Response suppliedResponse() {
    return suppliedResponse;
  }

  /**
   * Returns the input of the operation.
   *
   * @return the complete, validated input
   */
  public Map<String, ?> input() {
    return input;
  }

  /**
   * Returns the request.
   *
   * @return the request, not signed yet
   * @throws NullPointerException if an interceptor supplied the response
   */
  public HttpRequest request() {
    return Objects.requireNonNull(request, "request");
  }

  /**
   * Returns the auth schemes of the endpoint.
   *
   * @return the schemes, best first; empty if the endpoint leaves them to the client
   */
  public List<AuthScheme> authSchemes() {
    return authSchemes;
  }
}
