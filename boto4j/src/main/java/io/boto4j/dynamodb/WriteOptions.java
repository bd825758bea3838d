package io.boto4j.dynamodb;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options of {@link Table#put} and {@link Table#delete}. Mutable while they are being set. */
public final class WriteOptions {
  private @Nullable Condition condition;
  private boolean returnOld;
  private @Nullable Long version;

  WriteOptions() {}

  /**
   * Makes the write depend on a condition. A second condition is required as well as the first.
   *
   * @param required the condition that the present item must fulfil
   * @return this
   */
  public WriteOptions when(Condition required) {
    condition = condition == null ? Objects.requireNonNull(required) : condition.and(required);
    return this;
  }

  /**
   * Makes the write return the item as it was before: boto3's {@code ReturnValues="ALL_OLD"}.
   *
   * @return this
   */
  public WriteOptions returnOld() {
    returnOld = true;
    return this;
  }

  /**
   * Makes the deletion from a {@linkplain Table#versioned versioned} table depend on the version of
   * the item. A put takes the version from the item.
   *
   * @param number the version that was read
   * @return this
   */
  public WriteOptions version(long number) {
    version = number;
    return this;
  }

  @Nullable Condition condition() {
    return condition;
  }

  boolean returnsOld() {
    return returnOld;
  }

  @Nullable Long version() {
    return version;
  }
}
