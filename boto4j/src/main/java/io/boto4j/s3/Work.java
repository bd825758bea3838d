package io.boto4j.s3;

import org.jspecify.annotations.Nullable;

/** A source of steps for the {@link Workers}. */
interface Work {
  /**
   * Takes the next step. Must not block.
   *
   * @return the step, or null if none is ready; the source is then forgotten until it is
   *     {@linkplain Workers#add added} again
   */
  @Nullable Runnable next();

  /** Whether the work is a single small request, which goes before the parts of large objects. */
  boolean isSmall();
}
