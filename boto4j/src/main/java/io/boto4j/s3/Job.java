package io.boto4j.s3;

import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transfer as a sequence of steps: it begins, transfers parts side by side if there are any,
 * and finishes. The first failure ends it; the failed transfer is cleaned up once no part runs any
 * more.
 *
 * @param <R> the type of the result
 */
abstract class Job<R> implements Task<R>, Work {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");

  /** A part of the transfer. */
  interface Part {
    void run() throws IOException;
  }

  private enum State {
    NEW,
    BEGINNING,
    PARTS,
    ENDING,
    ENDED
  }

  final Workers workers;
  private final String description;
  private final Tracker tracker;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Thread> running = new HashSet<>();
  private State state = State.NEW;
  private @Nullable Throwable failure;
  private boolean paused;

  /** The number of parts that were handed out and have not ended. */
  private int handedOut;

  /** Set if the job was paused after it had begun. */
  private @Nullable ResumeToken token;

  Job(Workers workers, Notifier notifier, String description) {
    this.workers = workers;
    this.description = description;
    this.tracker = new Tracker(notifier);
  }

  /**
   * Makes the first step.
   *
   * @return the result, or null if parts follow
   */
  abstract @Nullable R begin() throws IOException;

  /** Returns the next part, or null if none is ready. Called with the lock held. */
  abstract @Nullable Part nextPart();

  /** Whether all parts have been handed out. Called with the lock held. */
  abstract boolean handedOutAll();

  /** Makes the last step, after all parts. */
  abstract R finish() throws IOException;

  /** Returns the cause of a failure, which may be another than was seen first. */
  Throwable refine(Throwable cause) {
    return cause;
  }

  /** Undoes what a failed transfer has done. */
  abstract void undo(Throwable cause) throws IOException;

  /** Keeps what a paused transfer has done; null if it cannot be resumed. */
  @Nullable ResumeToken keep() throws IOException {
    return null;
  }

  /** Whether the job can be resumed. */
  boolean isPausable() {
    return false;
  }

  /** Closes what is open. Called once, in every case. */
  abstract void release() throws IOException;

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final CompletableFuture<R> result() {
    return result;
  }

  @Override
  public final Tracker tracker() {
    return tracker;
  }

  @Override
  public final @Nullable Runnable next() {
    lock.lock();
    try {
      if (failure != null) {
        return null;
      }
      if (state == State.NEW) {
        state = State.BEGINNING;
        return this::runBegin;
      }
      Part part = state == State.PARTS ? nextPart() : null;
      if (part == null) {
        return null;
      }
      handedOut++;
      return () -> runPart(part);
    } finally {
      lock.unlock();
    }
  }

  /** Offers the next parts to the workers. Must not be called with the lock held. */
  final void wake() {
    workers.add(this);
  }

  final void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs a request whose response must not be lost, because it names what has to be removed, or
   * shows that everything is complete. The request is not interrupted.
   */
  final <T> T shielded(Supplier<T> request) {
    locked(() -> running.remove(Thread.currentThread()));
    try {
      return request.get();
    } finally {
      locked(
          () -> {
            if (failure == null) {
              running.add(Thread.currentThread());
            }
          });
    }
  }

  private void runBegin() {
    R made = null;
    Throwable thrown = null;
    if (enter()) {
      try {
        made = begin();
      } catch (Throwable e) {
        thrown = e;
      }
      exit(thrown);
    }
    boolean parts;
    lock.lock();
    try {
      parts = failure == null && made == null;
      state = parts ? State.PARTS : State.ENDING;
    } finally {
      lock.unlock();
    }
    if (!parts) {
      end(made);
    } else {
      wake();
      endIfComplete();
    }
  }

  private void runPart(Part part) {
    Throwable thrown = null;
    if (enter()) {
      try {
        part.run();
      } catch (Throwable e) {
        thrown = e;
      }
      exit(thrown);
    }
    lock.lock();
    try {
      handedOut--;
    } finally {
      lock.unlock();
    }
    endIfComplete();
  }

  /** Registers the thread, so that it can be interrupted; false if the job has failed already. */
  private boolean enter() {
    lock.lock();
    try {
      if (failure != null) {
        return false;
      }
      running.add(Thread.currentThread());
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void exit(@Nullable Throwable thrown) {
    lock.lock();
    try {
      running.remove(Thread.currentThread());
      if (workers.hasThreads()) {
        // The interrupt was meant for this job, not for the next step of the thread.
        var unused = Thread.interrupted();
      }
      if (thrown != null) {
        fail(thrown);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Records a failure, and interrupts the parts that run. Called with the lock held. */
  private void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
      if (workers.hasThreads()) {
        running.forEach(Thread::interrupt);
      }
    }
  }

  private void endIfComplete() {
    boolean finishes;
    lock.lock();
    try {
      boolean done = handedOut == 0 && (failure != null || handedOutAll());
      if (state != State.PARTS || !done) {
        return;
      }
      state = State.ENDING;
      finishes = failure == null;
    } finally {
      lock.unlock();
    }
    R made = null;
    if (finishes && enter()) {
      Throwable thrown = null;
      try {
        made = finish();
      } catch (Throwable e) {
        thrown = e;
      }
      exit(thrown);
    }
    end(made);
  }

  /** Ends the job, with its result unless it has failed. */
  private void end(@Nullable R made) {
    Throwable cause;
    lock.lock();
    try {
      // What is complete cannot fail any more.
      cause = made == null ? failure : null;
    } finally {
      lock.unlock();
    }
    if (cause != null) {
      cause = cause instanceof TransferException ? cause : explain(refine(cause));
      cleanUp(cause);
    }
    try {
      release();
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "Cannot close " + description, e);
    }
    lock.lock();
    try {
      state = State.ENDED;
    } finally {
      lock.unlock();
    }
    tracker.end();
    if (cause == null) {
      result.complete(made);
    } else {
      result.completeExceptionally(cause);
    }
    ended();
  }

  /** Called when the result is set. */
  void ended() {}

  private void cleanUp(Throwable cause) {
    try {
      if (paused && cause instanceof TransferCancelledException) {
        token = keep();
      } else {
        undo(cause);
      }
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
      LOG.log(System.Logger.Level.WARNING, "Cannot clean up after " + description, e);
    }
  }

  private Throwable explain(Throwable cause) {
    if (cause instanceof Boto4jException || cause instanceof Error) {
      return cause;
    }
    if (cause instanceof IOException e) {
      return new TransferException("Cannot complete " + description + ": " + Reasons.of(e), e);
    }
    if (cause instanceof UncheckedIOException e) {
      String why = Reasons.of(Objects.requireNonNull(e.getCause()));
      return new TransferException("Cannot complete " + description + ": " + why, e);
    }
    return cause;
  }

  @Override
  public final void cancel() {
    stop(new TransferCancelledException("Cancelled: " + description, false), false);
  }

  @Override
  public final @Nullable ResumeToken pause() {
    if (!isPausable()) {
      throw new IllegalStateException(
          "Only the upload of a file and the download to a file can be paused, not " + description);
    }
    if (!stop(new TransferCancelledException("Paused: " + description, true), true)) {
      return null;
    }
    try {
      result.get();
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "Paused: " + description, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while pausing " + description, e);
    }
    return token;
  }

  private boolean stop(TransferCancelledException cause, boolean pausing) {
    boolean endsHere;
    lock.lock();
    try {
      if (failure != null || state == State.ENDED) {
        return false;
      }
      paused = pausing;
      fail(cause);
      endsHere = state == State.NEW;
      if (endsHere) {
        state = State.ENDING;
      }
    } finally {
      lock.unlock();
    }
    if (endsHere) {
      end(null);
    } else {
      endIfComplete();
    }
    return true;
  }
}
