package io.boto4j.internal.waiting;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one call of a waiter: a response or an error. A waiter may wait for either.
 *
 * @param response the response, or the structure of the error
 * @param statusCode the HTTP status
 * @param errorCode the code of the error, or null for a response
 * @param errorMessage the message of the error; empty for a response
 */
public record Outcome(
    Structure response, int statusCode, @Nullable String errorCode, String errorMessage) {
  /**
   * Returns the outcome for a response.
   *
   * @param response the response
   * @return the outcome
   */
  public static Outcome of(Response response) {
    return new Outcome(response, response.metadata().statusCode(), null, "");
  }

  /**
   * Returns the outcome for an error.
   *
   * @param error the error
   * @return the outcome
   */
  public static Outcome of(ServiceException error) {
    return new Outcome(error.response(), error.statusCode(), error.code(), error.message());
  }

  boolean isError() {
    return errorCode != null;
  }
}
