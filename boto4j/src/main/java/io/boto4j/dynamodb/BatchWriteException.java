package io.boto4j.dynamodb;

import io.boto4j.Structure;
import io.boto4j.error.Boto4jException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a {@link BatchWriter} cannot write everything: it has all that was not written.
 *
 * <p>The cause is the exception of the request that failed, such as a {@link
 * io.boto4j.error.ServiceException}; it is null if DynamoDB left parts of batches unprocessed until
 * the attempts ran out. If the cause is a failure of the network, what is reported as not written
 * may have been written.
 */
public final class BatchWriteException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  private final transient List<Structure> puts;
  private final transient List<Structure> deletes;

  BatchWriteException(
      String message,
      List<Structure> puts,
      List<Structure> deletes,
      @Nullable RuntimeException cause) {
    super(message, cause);
    this.puts = List.copyOf(puts);
    this.deletes = List.copyOf(deletes);
  }

  /**
   * Returns the items that were to be put and were not.
   *
   * @return the items in plain values, in the order in which they were given; unmodifiable
   */
  public List<Structure> unwrittenPuts() {
    return puts;
  }

  /**
   * Returns the keys of the items that were to be deleted and were not.
   *
   * @return the keys in plain values, in the order in which they were given; unmodifiable
   */
  public List<Structure> unwrittenDeletes() {
    return deletes;
  }
}
