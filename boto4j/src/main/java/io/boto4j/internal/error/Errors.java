package io.boto4j.internal.error;

import io.boto4j.error.ConfigParseException;
import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.NoRegionException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.error.UnknownOperationException;
import io.boto4j.error.UnknownRegionException;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.error.UnsupportedProtocolException;
import io.boto4j.http.HttpRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions of classes that every first call loads.
 *
 * <p>The JVM verifies a class whole, and loads for that each exception the class makes and throws,
 * or catches. Where it throws what a method here gives, declared as a {@code RuntimeException}, the
 * exception's class is loaded when something goes wrong and not before: 5 ms of a cold start. A
 * class that is not on that way makes its exceptions itself.
 */
public final class Errors {
  private Errors() {}

  /**
   * A region that is in no partition.
   *
   * @param region as it may be shown
   * @return an {@link UnknownRegionException}
   */
  public static RuntimeException unknownRegion(String region) {
    return new UnknownRegionException(region);
  }

  /**
   * A region that is no host label.
   *
   * @param region as it may be shown
   * @return an {@link InvalidRegionException}
   */
  public static RuntimeException invalidRegion(String region) {
    return new InvalidRegionException(region);
  }

  /**
   * No region where one is needed.
   *
   * @return a {@link NoRegionException}
   */
  public static RuntimeException noRegion() {
    return new NoRegionException();
  }

  /**
   * A service there is no model of.
   *
   * @param message what is wrong, and what to do
   * @return an {@link UnknownServiceException}
   */
  public static RuntimeException unknownService(String message) {
    return new UnknownServiceException(message);
  }

  /**
   * An operation the service does not have.
   *
   * @param message what is wrong, and what to do
   * @return an {@link UnknownOperationException}
   */
  public static RuntimeException unknownOperation(String message) {
    return new UnknownOperationException(message);
  }

  /**
   * A protocol boto4j does not speak.
   *
   * @param message what is wrong
   * @return an {@link UnsupportedProtocolException}
   */
  public static RuntimeException unsupportedProtocol(String message) {
    return new UnsupportedProtocolException(message);
  }

  /**
   * An option with a value it cannot have.
   *
   * @param message what is wrong, and what to do
   * @return an {@link InvalidConfigException}
   */
  public static RuntimeException invalidConfig(String message) {
    return new InvalidConfigException(message);
  }

  /**
   * A file of profiles that makes no sense.
   *
   * @param file its path
   * @param line the line, from one up; zero for the file as a whole
   * @param problem what was found, and what was expected
   * @param cause why, or null
   * @return a {@link ConfigParseException}
   */
  public static RuntimeException configParse(
      String file, int line, String problem, @Nullable Throwable cause) {
    return new ConfigParseException(file, line, problem, cause);
  }

  /**
   * Parameters that do not fit their operation.
   *
   * @param problems one line each
   * @return a {@link ParamValidationException}
   */
  public static RuntimeException paramValidation(List<String> problems) {
    return new ParamValidationException(problems);
  }

  /**
   * Endpoint rules that give no endpoint, or a wrong one.
   *
   * @param message what is wrong
   * @return an {@link EndpointResolutionException}
   */
  public static RuntimeException endpointResolution(String message) {
    return new EndpointResolutionException(message, null);
  }

  /**
   * Returns the exception for a request body that cannot be sent.
   *
   * @param request the request
   * @param why the problem, for people
   * @param cause the cause, or null
   * @return a {@link RequestBodyException}
   */
  public static RuntimeException requestBody(
      HttpRequest request, String why, @Nullable Throwable cause) {
    return new RequestBodyException(address(request), why, cause);
  }

  /**
   * Returns the address of a request as messages show it.
   *
   * @param request the request
   * @return scheme, host, port and path; without the query, which may be signed
   */
  public static String address(HttpRequest request) {
    return request.uri().getScheme()
        + "://"
        + request.uri().getRawAuthority()
        + request.uri().getRawPath();
  }

  /**
   * Returns the exception for a body that does not match its checksum.
   *
   * @param message the expected checksum and the calculated one
   * @return a {@link FlexibleChecksumException}
   */
  public static RuntimeException checksum(String message) {
    return new FlexibleChecksumException(message);
  }

  /**
   * A transport that failed in words of the JDK.
   *
   * @param url where to, without query
   * @param cause what it failed with
   * @return the subclass of {@link io.boto4j.error.HttpClientException} that says the same
   */
  public static RuntimeException httpClient(String url, IOException cause) {
    if (cause instanceof UnknownHostException
        || cause instanceof ConnectException
        || cause instanceof NoRouteToHostException) {
      return new EndpointConnectionException(url, cause.toString(), cause);
    }
    return cause instanceof SocketTimeoutException
        ? new ReadTimeoutException(url, cause)
        : new ConnectionClosedException(url, cause);
  }
}
