package io.boto4j.internal.protocol;

import io.boto4j.internal.protocol.Protocol.ServiceError;

/** An event that is an error, thrown to the caller that has the metadata of the response. */
final class ServiceEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ServiceError error;

  ServiceEventException(ServiceError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  ServiceError error() {
    return error;
  }
}
