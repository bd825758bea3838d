package io.boto4j.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailTest {
  @Test
  void of_capitalsAndSpaces_areRemoved() {
    assertThat(Email.of(" Ada@Example.COM ")).contains(new Email("ada@example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "@example.com", "ada@", "ada@example", "a b@c.d", "a@b@c.d"})
  void of_otherText_isEmpty(String typed) {
    assertThat(Email.of(typed)).isEmpty();
  }

  @Test
  void of_tooLong_isEmpty() {
    assertThat(Email.of("a@" + "b".repeat(250) + ".com")).isEmpty();
  }
}
