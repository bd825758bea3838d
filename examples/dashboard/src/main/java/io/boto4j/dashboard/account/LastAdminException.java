package io.boto4j.dashboard.account;

/** Thrown if the only admin were to lose the role: nobody could give it back. */
public final class LastAdminException extends Exception {
  private static final long serialVersionUID = 1L;

  LastAdminException(Throwable cause) {
    super("The last admin keeps the role: make another user an admin first", cause);
  }
}
