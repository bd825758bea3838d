package io.boto4j.error;

import io.boto4j.Attempt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions that boto4j defines.
 *
 * <p>Unchecked. Misuse of the API (a null argument, a closed client) throws an {@link
 * IllegalArgumentException} or {@link IllegalStateException} instead.
 */
public class Boto4jException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private transient @Nullable List<Attempt> attempts;

  /**
   * Creates an exception with a message.
   *
   * @param message what failed, where, what was seen and what to do
   */
  public Boto4jException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a message and a cause.
   *
   * @param message what failed, where, what was seen and what to do
   * @param cause the underlying failure, or null
   */
  public Boto4jException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * The attempts made before this exception was thrown, each with the decision that followed it.
   *
   * @return the attempts, in order; empty if nothing was sent or the failure does not belong to a
   *     call
   */
  public List<Attempt> attempts() {
    return attempts == null ? List.of() : attempts;
  }

  /**
   * Returns the message, followed by the reason why the call was not retried where the message does
   * not show it.
   */
  @Override
  public @Nullable String getMessage() {
    List<Attempt> made = attempts();
    Attempt.Decision last = made.isEmpty() ? null : made.get(made.size() - 1).decision();
    if (last == Attempt.Decision.BODY_NOT_REPLAYABLE) {
      return super.getMessage()
          + " (not retried: the request body is a stream, which cannot be read again; pass a Path or"
          + " bytes)";
    }
    if (last == Attempt.Decision.NO_TIME_LEFT && !(this instanceof TotalTimeoutException)) {
      return super.getMessage() + " (not retried: the call's total timeout leaves no time)";
    }
    return last == Attempt.Decision.ALREADY_CARRIED_OUT
        ? super.getMessage()
            + " (not retried: the service had begun to send a success response, and carrying out"
            + " the request twice might do harm)"
        : super.getMessage();
  }

  /**
   * Sets the attempts, unless they are set already. Called by the code that makes attempts, on
   * exceptions it rethrows. The first value stays, since one exception may pass through several
   * calls: the call that fetched credentials, then each call that waited for them.
   *
   * @param made the attempts, copied; if empty, nothing is set
   */
  public final void initAttempts(List<Attempt> made) {
    if (attempts == null && !made.isEmpty()) {
      attempts = List.copyOf(made);
    }
  }
}
