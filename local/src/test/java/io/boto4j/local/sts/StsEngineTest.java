package io.boto4j.local.sts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StsEngineTest {
  private final EngineDoor door = new EngineDoor(new StsFactory());
  private final Client sts = door.client("sts");

  @AfterEach
  void close() {
    door.close();
  }

  private void invalid(String operation, Params input) {
    assertThatThrownBy(() -> sts.call(operation, input))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("must satisfy regular expression pattern: [\\w+=,.@-]*");
  }

  @Test
  void names_withASpace_areRefused() {
    String role = "arn:aws:iam::123456789012:role/reader";
    invalid("AssumeRole", Params.of("RoleArn", role, "RoleSessionName", "a session"));
    invalid("GetFederationToken", Params.of("Name", "a user"));
  }
}
