package io.boto4j.spring.internal;

import org.jspecify.annotations.Nullable;

/** A mistake in the configuration that prevents the application from starting. */
public final class StartupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The way to correct the mistake. */
  private final String action;

  /**
   * Creates an exception.
   *
   * @param description the mistake: where it is and what was seen
   * @param action what to do
   * @param cause the error behind it, or null
   */
  public StartupException(String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  /**
   * The way to correct the mistake.
   *
   * @return a sentence
   */
  public String action() {
    return action;
  }
}
