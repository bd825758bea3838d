package io.boto4j.micrometer;

import io.boto4j.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** The outcome of a call, in the words of Spring's observations of HTTP clients. */
enum Outcome {
  SUCCESS,
  CLIENT_ERROR,
  SERVER_ERROR,
  /** The call failed without a response. */
  UNKNOWN;

  private static final int FIRST_OF_CLIENT = 400;
  private static final int FIRST_OF_SERVER = 500;

  static Outcome of(@Nullable Throwable failure) {
    if (failure == null) {
      return SUCCESS;
    }
    int status = failure instanceof ServiceException error ? error.statusCode() : 0;
    if (status >= FIRST_OF_SERVER) {
      return SERVER_ERROR;
    }
    return status >= FIRST_OF_CLIENT ? CLIENT_ERROR : UNKNOWN;
  }
}
