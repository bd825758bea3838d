package io.boto4j.s3;

import java.util.concurrent.CompletableFuture;

/** The work behind a {@link Transfer}. */
interface Task<R> {
  /** A text such as {@code the upload of a.txt to s3://b/k}. */
  String description();

  /** Completed when everything has ended and is cleaned up. */
  CompletableFuture<R> result();

  Tracker tracker();

  /** Stops as soon as possible, and removes what was done. */
  void cancel();

  /**
   * Stops as soon as possible, keeps what was done, and waits until that is so.
   *
   * @return null if the task has ended already
   * @throws UnsupportedOperationException if the task cannot be resumed
   */
  @org.jspecify.annotations.Nullable
  ResumeToken pause();
}
