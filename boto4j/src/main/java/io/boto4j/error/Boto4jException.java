package io.boto4j.error;

import io.boto4j.Attempt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything boto4j throws on its own account.
 *
 * <p>Unchecked, as boto3's errors are. Wrong use of the API (a null argument, a closed client) is
 * an {@link IllegalArgumentException} or {@link IllegalStateException} instead.
 */
public class Boto4jException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private transient @Nullable List<Attempt> attempts;

  /**
   * Makes an exception with a message.
   *
   * @param message what failed, where, what was seen, what to do
   */
  public Boto4jException(String message) {
    super(message);
  }

  /**
   * Makes an exception with a message and the failure beneath it.
   *
   * @param message what failed, where, what was seen, what to do
   * @param cause the failure beneath, or null
   */
  public Boto4jException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * What was tried before this was thrown, and what was decided after each attempt.
   *
   * @return the attempts, in order; empty if nothing was sent, or this is not about a call
   */
  public List<Attempt> attempts() {
    return attempts == null ? List.of() : attempts;
  }

  /** The text, and why there was no further attempt where that is not plain from it. */
  @Override
  public @Nullable String getMessage() {
    List<Attempt> made = attempts();
    Attempt.Decision last = made.isEmpty() ? null : made.get(made.size() - 1).decision();
    if (last == Attempt.Decision.BODY_NOT_REPLAYABLE) {
      return super.getMessage()
          + " (not tried again: the body of the request is a stream, which cannot be read again;"
          + " pass a Path or bytes)";
    }
    if (last == Attempt.Decision.NO_TIME_LEFT && !(this instanceof TotalTimeoutException)) {
      return super.getMessage() + " (not tried again: no time left of the call's total timeout)";
    }
    return last == Attempt.Decision.ALREADY_CARRIED_OUT
        ? super.getMessage()
            + " (not tried again: the service had begun to answer that the request was carried"
            + " out, and carrying it out twice might do harm)"
        : super.getMessage();
  }

  /**
   * Tells what was tried: for those who make attempts and let through what others throw. What was
   * told first stays, since an exception may come by several: from the call that credentials were
   * fetched with to each call that waited for them.
   *
   * @param made the attempts, copied; empty for nothing to tell
   */
  public final void initAttempts(List<Attempt> made) {
    if (attempts == null && !made.isEmpty()) {
      attempts = List.copyOf(made);
    }
  }
}
