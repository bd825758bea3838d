package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UserAgentTest {
  @Test
  void version_ofTheBuild_isTheOneSent() {
    String built = System.getProperty("boto4j.version");

    assertThat(built).isNotNull();
    assertThat(UserAgent.VERSION).isEqualTo(built.replace("-SNAPSHOT", ""));
  }

  @Test
  void text_ofThisJvm_followsVersion21() {
    assertThat(UserAgent.text(null, null, null, null))
        .matches(
            "boto4j/[0-9.]+ ua/2\\.1 os/(other md/)?[^ #/]+#[^ #/]+ md/arch#[^ #/]+ lang/java#[^ #/]+");
  }

  @Test
  void text_extra_isAppended() {
    assertThat(UserAgent.text(null, null, null, "my-app/1.0")).endsWith(" my-app/1.0");
  }

  @Test
  void text_extraWithLineBreak_startsNoHeader() {
    assertThat(UserAgent.text(null, null, null, "a\r\nX-Evil: 1\0\u00fc"))
        .endsWith(" a--X-Evil: 1--");
  }
}
