package io.boto4j.spark.internal.write;

import java.io.Serializable;
import java.util.Set;

/**
 * The options of the conversion of Spark's values to plain Java values.
 *
 * @param keepNulls whether null in a struct or map is kept; otherwise the field is left out. In an
 *     array it is always kept, because it has a place there
 * @param timestamps the form of timestamps
 * @param sets the paths of the arrays that become sets, such as {@code profile.roles}
 */
record CellOptions(boolean keepNulls, Timestamps timestamps, Set<String> sets)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null is left out, and timestamps are {@link java.time.Instant}s. */
  static final CellOptions PLAIN = new CellOptions(false, Timestamps.INSTANT, Set.of());

  CellOptions {
    sets = Set.copyOf(sets);
  }

  /** The form of a timestamp as a plain Java value. */
  enum Timestamps {
    /** An {@link java.time.Instant}, which DynamoDB stores as text in ISO 8601. */
    INSTANT,
    /** Seconds since 1970, as the TTL of DynamoDB has them; fractions are dropped. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970; fractions are dropped. */
    EPOCH_MILLIS
  }
}
