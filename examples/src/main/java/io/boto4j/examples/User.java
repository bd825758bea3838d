package io.boto4j.examples;

import io.boto4j.Name;
import io.boto4j.Structure;
import io.boto4j.dynamodb.AttributeValues;
import java.time.Instant;
import java.util.Map;

/** One row of the table {@code auth-users} as a Java value. */
record User(
    @Name("user_id") String userId,
    String email,
    @Name("password_hash") String passwordHash,
    String role,
    @Name("is_active") boolean isActive,
    @Name("created_at") Instant createdAt) {

  /** Returns the item in DynamoDB's form, with every value under the letter of its type. */
  Map<String, Object> toItem() {
    return AttributeValues.serializeItem(this);
  }

  /** Creates a user from an item of a response. */
  static User of(Structure item) {
    try {
      return AttributeValues.deserializeItem(item).to(User.class);
    } catch (IllegalArgumentException e) {
      throw new QuickstartException(
          "An item of auth-users is not in the quickstart's form, so the table belongs to another"
              + " program: "
              + e.getMessage(),
          e);
    }
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
