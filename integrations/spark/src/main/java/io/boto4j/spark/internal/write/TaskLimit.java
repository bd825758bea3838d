package io.boto4j.spark.internal.write;

import io.boto4j.Session;
import io.boto4j.spark.internal.RateLimit;

/** The limits of tasks. */
final class TaskLimit {
  private TaskLimit() {}

  /**
   * Returns the limit of one task, whose bucket is empty: many short tasks, each with a full
   * bucket, would exceed the rate of the job.
   */
  static RateLimit of(double perSecond, Session session) {
    RateLimit limit = new RateLimit(perSecond, System::nanoTime, session.sleeper());
    if (Double.isFinite(perSecond)) {
      limit.charge(Math.max(1, perSecond));
    }
    return limit;
  }
}
