package io.boto4j.dashboard.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.local.LocalAws;
import org.junit.jupiter.api.Test;

final class ProvisionTest {
  private static final Names NAMES = LocalTables.NAMES;

  @Test
  void check_withoutTables_namesTheTableAndTheOptionThatCreatesIt() {
    try (LocalAws aws = LocalAws.start()) {
      assertThatThrownBy(() -> Provision.check(aws.session(), NAMES))
          .isInstanceOf(NotProvisionedException.class)
          .hasMessage(
              "The table "
                  + NAMES.users()
                  + " does not exist in us-east-1. --provision creates it.");
    }
  }

  @Test
  void check_afterProvisioning_passes() {
    try (LocalAws aws = LocalAws.start()) {
      new ProvisionTables(aws.session().client("dynamodb"), NAMES).run();
      assertThatCode(() -> Provision.check(aws.session(), NAMES)).doesNotThrowAnyException();
    }
  }
}
