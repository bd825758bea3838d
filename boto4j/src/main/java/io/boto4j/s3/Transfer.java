package io.boto4j.s3;

import io.boto4j.error.CallInterruptedException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * A transfer that has been started: its progress, its result, and the means to end it early. Safe
 * for use by multiple threads.
 *
 * <pre>{@code
 * Transfer<TransferResult> upload = s3t.upload(path, "bucket", "key").onProgress(new ProgressBar());
 * TransferResult object = upload.await();
 * }</pre>
 *
 * @param <R> the type of the result
 */
public final class Transfer<R> {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");

  private final Task<R> task;

  Transfer(Task<R> task) {
    this.task = task;
  }

  /**
   * Waits until the transfer has ended. If the thread is interrupted while it waits, the transfer
   * is cancelled.
   *
   * @return the result
   * @throws io.boto4j.error.ServiceException if S3 returns an error
   * @throws TransferException if the transfer fails for another reason
   * @throws TransferCancelledException if the transfer was cancelled or paused
   * @throws io.boto4j.error.Boto4jException if a request fails without a response
   * @throws CallInterruptedException if the thread is interrupted
   */
  public R await() {
    try {
      R result = task.result().get();
      task.tracker().awaitListeners();
      return result;
    } catch (InterruptedException e) {
      cancel();
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while waiting for " + task.description(), e);
    } catch (ExecutionException e) {
      task.tracker().awaitListeners();
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new CompletionException(e.getCause());
    }
  }

  /**
   * Whether the transfer has ended, successfully or not.
   *
   * @return true if {@link #await()} would not wait
   */
  public boolean isDone() {
    return task.result().isDone();
  }

  /**
   * Returns the present state.
   *
   * @return a snapshot
   */
  public TransferProgress progress() {
    return task.tracker().snapshot();
  }

  /**
   * Adds a listener, which is called from now on.
   *
   * @param listener the listener
   * @return this transfer
   */
  public Transfer<R> onProgress(ProgressListener listener) {
    task.tracker().add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Cancels the transfer: its requests are aborted, and what it has left in S3 or on the disk is
   * removed. Returns at once; {@link #await()} throws {@link TransferCancelledException} when that
   * is done. Has no effect on a transfer that has ended.
   */
  public void cancel() {
    LOG.log(System.Logger.Level.DEBUG, "Cancelling {0}", task.description());
    task.cancel();
  }

  /**
   * Pauses the upload of a file, or the download to a file: its requests are aborted, and its
   * complete parts are kept. {@link #await()} then throws {@link TransferCancelledException}.
   * {@link S3Transfer#resume(ResumeToken)} continues the transfer, also in another process.
   *
   * @return the token with which the transfer can be resumed
   * @throws IllegalStateException if the transfer has ended, or is of another kind
   */
  public ResumeToken pause() {
    ResumeToken token = task.pause();
    if (token == null) {
      throw new IllegalStateException("This transfer has ended: " + task.description());
    }
    return token;
  }

  /**
   * Returns a future of the result. Cancelling the future cancels the transfer.
   *
   * @return a new future, which completes with the result, or exceptionally with what {@link
   *     #await()} throws
   */
  public CompletableFuture<R> toFuture() {
    CompletableFuture<R> copy = task.result().copy();
    var unused =
        copy.whenComplete(
            (result, failure) -> {
              if (failure instanceof CancellationException) {
                cancel();
              }
            });
    return copy;
  }

  /**
   * Returns what is transferred.
   *
   * @return a text such as {@code Transfer[the upload of a.txt to s3://b/k, 42%]}
   */
  @Override
  public String toString() {
    long percent = (long) (100 * progress().fraction());
    return "Transfer[" + task.description() + ", " + percent + "%]";
  }
}
