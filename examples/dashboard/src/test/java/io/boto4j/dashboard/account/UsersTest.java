package io.boto4j.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.dashboard.cloud.LocalTables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UsersTest {
  private static final Email ADA = new Email("ada@example.com");
  private static final Email GRACE = new Email("grace@example.com");

  private LocalTables tables;
  private Users users;

  @BeforeEach
  void create() {
    tables = new LocalTables();
    users = users(null);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Users users(@Nullable Email firstAdmin) {
    return new Users(tables.table(LocalTables.NAMES.users()), firstAdmin, tables.aws().clock());
  }

  @Test
  void add_firstAndSecondUser_areAdminAndUser() throws EmailTakenException {
    assertThat(users.add(ADA, "hash").role()).isEqualTo(Role.ADMIN);
    assertThat(users.add(GRACE, "hash").role()).isEqualTo(Role.USER);
  }

  @Test
  void add_withConfiguredAdmin_makesNobodyElseAdmin() throws EmailTakenException {
    users = users(GRACE);

    assertThat(users.add(ADA, "hash").role()).isEqualTo(Role.USER);
    assertThat(users.add(GRACE, "hash").role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void add_emailOfAnother_isRefused() throws EmailTakenException {
    users.add(ADA, "hash");

    assertThatThrownBy(() -> users.add(ADA, "other")).isInstanceOf(EmailTakenException.class);
    assertThat(users.all()).hasSize(1);
  }

  @Test
  void add_sameEmailAtTheSameTime_succeedsOnce() throws Exception {
    users.add(GRACE, "hash");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> added = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        added.add(threads.submit(this::addAda));
      }
      int successes = 0;
      for (Future<Boolean> each : added) {
        successes += each.get() ? 1 : 0;
      }
      assertThat(successes).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(users.all())
        .extracting(User::email)
        .containsExactlyInAnyOrder(GRACE.text(), ADA.text());
  }

  private boolean addAda() {
    try {
      users.add(ADA, "hash");
      return true;
    } catch (EmailTakenException e) {
      return false;
    }
  }

  @Test
  void find_byKeyAndByEmail_isTheUser() throws EmailTakenException {
    User ada = users.add(ADA, "hash");

    assertThat(users.find(ada.userId())).contains(ada);
    assertThat(users.find(ADA)).contains(ada);
    assertThat(users.find(GRACE)).isEmpty();
  }

  @Test
  void find_keyOfAGuard_isNobody() throws EmailTakenException {
    users.add(ADA, "hash");

    assertThat(users.find("email#" + ADA.text())).isEmpty();
    assertThat(users.find("count#admins")).isEmpty();
  }

  @Test
  void changeRole_ofTheLastAdmin_isRefused() throws Exception {
    User ada = users.add(ADA, "hash");
    users.add(GRACE, "hash");

    assertThatThrownBy(() -> users.changeRole(ada.userId(), Role.USER))
        .isInstanceOf(LastAdminException.class);
    assertThat(users.find(ada.userId()).orElseThrow().role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void changeRole_ofOneAdminOfTwo_isDone() throws Exception {
    User ada = users.add(ADA, "hash");
    User grace = users.add(GRACE, "hash");

    assertThat(users.changeRole(grace.userId(), Role.ADMIN)).isTrue();
    assertThat(users.changeRole(ada.userId(), Role.USER)).isTrue();
    assertThatThrownBy(() -> users.changeRole(grace.userId(), Role.USER))
        .isInstanceOf(LastAdminException.class);
  }

  @Test
  void changeRole_toThePresentOne_changesNoCount() throws Exception {
    User ada = users.add(ADA, "hash");

    assertThat(users.changeRole(ada.userId(), Role.ADMIN)).isFalse();
    assertThatThrownBy(() -> users.changeRole(ada.userId(), Role.USER))
        .isInstanceOf(LastAdminException.class);
  }

  @Test
  void changeRole_ofNobody_changesNothing() throws Exception {
    assertThat(users.changeRole("nobody", Role.ADMIN)).isFalse();
    assertThat(users.add(ADA, "hash").role()).isEqualTo(Role.ADMIN);
  }
}
