package io.boto4j.dashboard.account;

import io.boto4j.Name;
import java.time.Instant;

/**
 * A user, and an item of the table of users.
 *
 * @param userId the key, which never changes
 * @param email the address, in lower case
 * @param passwordHash the hash of the password, with its algorithm and salt
 * @param role the role
 * @param createdAt when the user signed up
 */
public record User(
    @Name("user_id") String userId,
    String email,
    @Name("password_hash") String passwordHash,
    Role role,
    @Name("created_at") Instant createdAt) {

  /**
   * Returns whether the user has the role of an admin.
   *
   * @return true for an admin
   */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /** Returns a description without the hash, for logs. */
  @Override
  public String toString() {
    return email + " (" + userId + ", " + role + ")";
  }
}
