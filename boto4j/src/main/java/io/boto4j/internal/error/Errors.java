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
import io.boto4j.model.ModelException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Factory methods for the exceptions thrown by classes that every first call loads.
 *
 * <p>To verify a class, the JVM loads each exception that the class creates and throws, or catches.
 * If the class throws the result of a method here, which is declared as a {@code RuntimeException},
 * the exception's class is loaded only when a failure occurs. That saves 5 ms of a cold start. A
 * class that the first call does not load creates its exceptions itself.
 */
public final class Errors {
  private Errors() {}

  /**
   * Creates the exception for a region that is in no partition.
   *
   * @param region the region, in printable form
   * @param hint a sentence to append, with a leading space; or an empty text
   * @return an {@link UnknownRegionException}
   */
  public static RuntimeException unknownRegion(String region, String hint) {
    return new UnknownRegionException(region, hint);
  }

  /**
   * Creates the exception for a region that is not a host label.
   *
   * @param region the region, in printable form
   * @return an {@link InvalidRegionException}
   */
  public static RuntimeException invalidRegion(String region) {
    return new InvalidRegionException(region);
  }

  /**
   * Creates the exception for a missing region.
   *
   * @return a {@link NoRegionException}
   */
  public static RuntimeException noRegion() {
    return new NoRegionException();
  }

  /**
   * Creates a {@code ModelException}.
   *
   * @param message what is damaged, and how
   * @return the exception
   */
  public static RuntimeException damagedModel(String message) {
    return new ModelException(message, null);
  }

  /**
   * Creates the exception for a service without a model.
   *
   * @param message the problem and its remedy
   * @return an {@link UnknownServiceException}
   */
  public static RuntimeException unknownService(String message) {
    return new UnknownServiceException(message);
  }

  /**
   * Creates the exception for an operation that the service does not have.
   *
   * @param message the problem and its remedy
   * @return an {@link UnknownOperationException}
   */
  public static RuntimeException unknownOperation(String message) {
    return new UnknownOperationException(message);
  }

  /**
   * Creates the exception for a protocol that boto4j does not support.
   *
   * @param message the problem
   * @return an {@link UnsupportedProtocolException}
   */
  public static RuntimeException unsupportedProtocol(String message) {
    return new UnsupportedProtocolException(message);
  }

  /**
   * Creates the exception for an invalid value of an option.
   *
   * @param message the problem and its remedy
   * @return an {@link InvalidConfigException}
   */
  public static RuntimeException invalidConfig(String message) {
    return new InvalidConfigException(message);
  }

  /**
   * Creates the exception for a malformed profile file.
   *
   * @param file its path
   * @param line the line, counted from 1, or 0 for the whole file
   * @param problem what was found and what was expected
   * @param cause the underlying failure, or null
   * @return a {@link ConfigParseException}
   */
  public static RuntimeException configParse(
      String file, int line, String problem, @Nullable Throwable cause) {
    return new ConfigParseException(file, line, problem, cause);
  }

  /**
   * Creates the exception for parameters that do not match their operation.
   *
   * @param problems one line per problem
   * @return a {@link ParamValidationException}
   */
  public static RuntimeException paramValidation(List<String> problems) {
    return new ParamValidationException(problems);
  }

  /**
   * Creates the exception for endpoint rules that yield no valid endpoint.
   *
   * @param message the problem
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
   * Creates the exception for a transport that failed with an exception of the JDK.
   *
   * @param url the URL, without its query
   * @param cause the exception of the JDK
   * @return the corresponding subclass of {@link io.boto4j.error.HttpClientException}
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
