package io.boto4j.examples;

import io.boto4j.Structure;
import java.time.Instant;
import java.util.Map;

/** One row of the table {@code auth-users} as a Java value. */
record User(
    String userId,
    String email,
    String passwordHash,
    String role,
    boolean isActive,
    Instant createdAt) {

  /** Returns the item in DynamoDB's form, with every value under the letter of its type. */
  Map<String, Object> toItem() {
    return Map.of(
        "user_id", Map.of("S", userId),
        "email", Map.of("S", email),
        "password_hash", Map.of("S", passwordHash),
        "role", Map.of("S", role),
        "is_active", Map.of("BOOL", isActive),
        "created_at", Map.of("S", createdAt.toString()));
  }

  /** Creates a user from an item of a response. */
  static User of(Map<String, Object> item) {
    return new User(
        text(item, "user_id"),
        text(item, "email"),
        text(item, "password_hash"),
        text(item, "role"),
        Boolean.TRUE.equals(value(item, "is_active").bool("BOOL")),
        Instant.parse(text(item, "created_at")));
  }

  private static String text(Map<String, Object> item, String attribute) {
    String text = value(item, attribute).text("S");
    if (text == null) {
      throw missing(attribute);
    }
    return text;
  }

  private static Structure value(Map<String, Object> item, String attribute) {
    if (item.get(attribute) instanceof Structure value) {
      return value;
    }
    throw missing(attribute);
  }

  private static QuickstartException missing(String attribute) {
    return new QuickstartException(
        "An item of auth-users does not have "
            + attribute
            + " in the quickstart's form: the table belongs to another program.",
        null);
  }

  /** Returns the kind of the password's hash, such as {@code $argon2id$}. */
  String hashKind() {
    return passwordHash.substring(0, passwordHash.indexOf('$', 1) + 1);
  }

  /** Returns a description without the hash. */
  @Override
  public String toString() {
    return String.format("%-19s  %s  %s%s", email, userId, role, isActive ? "" : ", inactive");
  }
}
