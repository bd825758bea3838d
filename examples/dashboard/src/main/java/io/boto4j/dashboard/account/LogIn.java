package io.boto4j.dashboard.account;

import java.util.Optional;

/**
 * Logging in with e-mail and password.
 *
 * <p>Nobody learns whether an address belongs to a user: with an unknown one the same calls are
 * made, a hash is computed, attempts are counted, and the result is the same.
 */
public final class LogIn {
  /** The result of an attempt. */
  public sealed interface Result {}

  /**
   * The password was right.
   *
   * @param user the user
   */
  public record Accepted(User user) implements Result {}

  /** The address or the password was wrong. */
  public record Refused() implements Result {}

  /** There were too many attempts, and the password was not looked at. */
  public record Locked() implements Result {}

  private final Users users;
  private final Passwords passwords;
  private final Attempts attempts;

  /**
   * Creates it from its parts.
   *
   * @param users the users
   * @param passwords the hasher
   * @param attempts the attempts so far
   */
  public LogIn(Users users, Passwords passwords, Attempts attempts) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /**
   * Tries a password.
   *
   * @param email the address
   * @param password the password
   * @return the result
   */
  public Result attempt(Email email, String password) {
    if (!attempts.take(email)) {
      return new Locked();
    }
    Optional<User> user = users.find(email);
    if (!passwords.matches(password, user.map(User::passwordHash).orElse(null))) {
      return new Refused();
    }
    attempts.forget(email);
    return new Accepted(user.orElseThrow());
  }
}
