package io.boto4j.dynamodb;

import io.boto4j.Structure;
import io.boto4j.error.Boto4jException;
import java.util.List;

/**
 * Thrown when DynamoDB leaves keys of {@link Table#batchGet} unprocessed until the attempts run
 * out.
 */
public final class BatchGetException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  private final transient List<Structure> keys;

  BatchGetException(String message, List<Structure> keys) {
    super(message);
    this.keys = List.copyOf(keys);
  }

  /**
   * Returns the keys that were not read.
   *
   * @return the keys in plain values; unmodifiable
   */
  public List<Structure> unreadKeys() {
    return keys;
  }
}
