package io.boto4j.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of {@link Table#get} and {@link Table#batchGet}. Mutable while they are being set. */
public final class ReadOptions {
  private boolean consistent;
  private @Nullable Projection projection;

  ReadOptions() {}

  /**
   * Reads what was written last, at twice the price.
   *
   * @return this
   */
  public ReadOptions consistent() {
    consistent = true;
    return this;
  }

  /**
   * Returns only some attributes.
   *
   * @param paths paths such as {@code name} or {@code address.lines[0]}
   * @return this
   * @throws IllegalArgumentException if a path is malformed, or none is given
   */
  public ReadOptions attributes(String... paths) {
    projection = Projection.of(List.of(paths));
    return this;
  }

  /**
   * Returns only some attributes.
   *
   * @param attributes the attributes, whose names may have dots ({@link Attr#path})
   * @return this
   * @throws IllegalArgumentException if none is given
   */
  public ReadOptions attributes(Attr... attributes) {
    projection = Projection.of(List.of(attributes));
    return this;
  }

  boolean isConsistent() {
    return consistent;
  }

  @Nullable Projection projection() {
    return projection;
  }
}
