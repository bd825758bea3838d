package io.boto4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsTest {
  @Test
  void longLived_made_haveIdSecretAndSourceOnly() {
    Credentials credentials = Credentials.of("AKIDEXAMPLE", "wJalr/+=");

    assertThat(credentials.accessKeyId()).isEqualTo("AKIDEXAMPLE");
    assertThat(credentials.secretAccessKey()).isEqualTo("wJalr/+=");
    assertThat(credentials.sessionToken()).isNull();
    assertThat(credentials.accountId()).isNull();
    assertThat(credentials.expiration()).isNull();
    assertThat(credentials.source()).isEqualTo("explicit");
    assertThat(credentials.credentials()).isSameAs(credentials);
  }

  @Test
  void temporary_made_haveToken() {
    assertThat(Credentials.of("a", "b", "t").sessionToken()).isEqualTo("t");
    assertThat(Credentials.of("a", "b", "").sessionToken()).isNull();
    assertThat(Credentials.of("a", "b", null)).isEqualTo(Credentials.of("a", "b"));
  }

  @Test
  void with_changesOneThing() {
    Credentials plain = Credentials.of("a", "b", "t");
    Instant moment = Instant.parse("2026-01-01T00:00:00Z");
    Credentials all =
        plain.withAccountId("123456789012").withExpiration(moment).withSource("iam-role");

    assertThat(all.accountId()).isEqualTo("123456789012");
    assertThat(all.expiration()).isEqualTo(moment);
    assertThat(all.source()).isEqualTo("iam-role");
    assertThat(all.sessionToken()).isEqualTo("t");
    assertThat(all.withAccountId(null).withExpiration(null).withSource("explicit"))
        .isEqualTo(plain);
    assertThat(plain.accountId()).isNull();
  }

  @Test
  void equality_coversEverything() {
    Credentials one = Credentials.of("a", "b", "t");

    assertThat(one).isEqualTo(Credentials.of("a", "b", "t"));
    assertThat(one).hasSameHashCodeAs(Credentials.of("a", "b", "t"));
    assertThat(one)
        .isNotEqualTo(Credentials.of("x", "b", "t"))
        .isNotEqualTo(Credentials.of("a", "x", "t"))
        .isNotEqualTo(Credentials.of("a", "b", "x"))
        .isNotEqualTo(Credentials.of("a", "b"))
        .isNotEqualTo(one.withAccountId("1"))
        .isNotEqualTo(one.withExpiration(Instant.EPOCH))
        .isNotEqualTo(one.withSource("env"))
        .isNotEqualTo(null)
        .isNotEqualTo("a");
  }

  @Test
  void text_showsFourCharactersAndSource() {
    assertThat(Credentials.of("AKIDEXAMPLE", "secret", "token").withAccountId("123456789012"))
        .hasToString("Credentials[AKID…, source=explicit]");
    assertThat(Credentials.of("k", "secret")).hasToString("Credentials[k…, source=explicit]");
  }

  @Test
  void missingKeys_areRefused() {
    assertThatThrownBy(() -> Credentials.of(null, "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The access key id is missing: it is null or empty");
    assertThatThrownBy(() -> Credentials.of("", "b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Credentials.of("a", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The secret access key is missing: it is null or empty");
    assertThatThrownBy(() -> Credentials.of("a", "")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "   ",
        "CANARY\n",
        "\rCANARY",
        "CAN\0ARY",
        "CANARY\r\nX-Evil: 1",
        "CAN ARY",
        "CANARY\t",
        "CANARY\u00a0",
        "\u2028CANARY",
        "CANARY\u007f",
        "CANARY\u0085",
        "\u3000"
      })
  void blanksAndControls_anywhere_areRefusedAndNotShown(String bad) {
    assertThatThrownBy(() -> Credentials.of(bad, "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "The access key id contains (a line break|a control character|white space);"
                + " expected visible characters only");
    assertThatThrownBy(() -> Credentials.of("a", bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The secret access key contains ")
        .hasMessageNotContaining("ARY");
    assertThatThrownBy(() -> Credentials.of("a", "b", bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The session token contains ")
        .hasMessageNotContaining("ARY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1.evil.com/#", "1/2", "1\n", "\u0661"})
  void accountId_thatIsNoHostLabel_isRefused(String accountId) {
    Credentials credentials = Credentials.of("a", "b");

    assertThatThrownBy(() -> credentials.withAccountId(accountId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("evil");
    assertThatThrownBy(() -> credentials.withAccountId("1".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
