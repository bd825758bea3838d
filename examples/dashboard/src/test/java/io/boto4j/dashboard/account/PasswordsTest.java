package io.boto4j.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void hash_ofOnePassword_isAnotherEachTime() {
    String hash = passwords.hash("correct horse battery");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
  }

  @Test
  void matches_rightAndWrongPassword_differ() {
    String hash = passwords.hash("correct horse battery");

    assertThat(passwords.matches("correct horse battery", hash)).isTrue();
    assertThat(passwords.matches("correct horse batterx", hash)).isFalse();
  }

  @Test
  void matches_withoutUser_isFalse() {
    assertThat(passwords.matches("nobody's password", null)).isFalse();
  }

  @Test
  void user_asText_hasNoHash() {
    User user = new User("u1", "ada@example.com", "$argon2id$secret", Role.USER, Instant.EPOCH);

    assertThat(user.toString()).doesNotContain("argon2id").contains("ada@example.com");
  }
}
