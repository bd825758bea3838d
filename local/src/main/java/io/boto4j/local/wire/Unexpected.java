package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.util.Map;

/**
 * Failures that are nobody's errors: they are logged, and the client receives the id of the log.
 */
final class Unexpected {
  private static final System.Logger LOG = System.getLogger("io.boto4j.local");

  private Unexpected() {}

  /** Logs a failure, and returns the error for the client. */
  static EngineException error(Throwable failure, String requestId) {
    LOG.log(
        System.Logger.Level.ERROR, "The request " + requestId + " failed unexpectedly", failure);
    return new EngineException(
        "InternalFailure",
        "The request processing has failed because of an unknown error; the log of boto4j-local has"
            + " the details under "
            + requestId,
        500,
        Map.of());
  }
}
