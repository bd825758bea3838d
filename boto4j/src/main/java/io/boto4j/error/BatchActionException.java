package io.boto4j.error;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.List;

/**
 * Thrown when a batch action failed for some of its items, after all pages were processed. The
 * other items were processed.
 */
public final class BatchActionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  private final transient List<Response> responses;
  private final transient List<Structure> failures;

  /**
   * Creates an exception.
   *
   * @param message the message, with the first failures
   * @param responses the responses, one per page
   * @param failures the failed items, as the service reports them
   */
  public BatchActionException(String message, List<Response> responses, List<Structure> failures) {
    super(message);
    this.responses = List.copyOf(responses);
    this.failures = List.copyOf(failures);
  }

  /**
   * Returns the responses of the calls.
   *
   * @return the responses, one per page that has items
   */
  public List<Response> responses() {
    return responses;
  }

  /**
   * Returns the items that failed, such as the {@code Errors} of S3's {@code DeleteObjects}.
   *
   * @return the items of all pages, as the service reports them
   */
  public List<Structure> failures() {
    return failures;
  }
}
