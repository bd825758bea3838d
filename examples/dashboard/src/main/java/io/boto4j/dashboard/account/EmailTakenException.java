package io.boto4j.dashboard.account;

/** Thrown if the e-mail address of a new user belongs to another one. */
public final class EmailTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  EmailTakenException(Throwable cause) {
    super("The e-mail address belongs to another user", cause);
  }
}
