package io.boto4j.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.dashboard.account.LogIn.Accepted;
import io.boto4j.dashboard.account.LogIn.Locked;
import io.boto4j.dashboard.account.LogIn.Refused;
import io.boto4j.dashboard.cloud.LocalTables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LogInTest {
  private static final Email ADA = new Email("ada@example.com");
  private static final Email NOBODY = new Email("nobody@example.com");
  private static final String PASSWORD = "correct horse battery";

  private final Passwords passwords = new Passwords();
  private LocalTables tables;
  private Attempts attempts;
  private LogIn logIn;

  @BeforeEach
  void create() throws EmailTakenException {
    tables = new LocalTables();
    Users users = new Users(tables.table(LocalTables.NAMES.users()), null, tables.aws().clock());
    users.add(ADA, passwords.hash(PASSWORD));
    attempts = new Attempts(tables.table(LocalTables.NAMES.attempts()), tables.aws().clock());
    logIn = new LogIn(users, passwords, attempts);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void attempt_rightPassword_isAccepted() {
    assertThat(logIn.attempt(ADA, PASSWORD))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.user().email()).isEqualTo(ADA.text()));
  }

  @Test
  void attempt_wrongPasswordAndUnknownEmail_areTheSame() {
    for (int i = 0; i < Attempts.MOST; i++) {
      assertThat(logIn.attempt(ADA, "wrong")).isEqualTo(new Refused());
      assertThat(logIn.attempt(NOBODY, "wrong")).isEqualTo(new Refused());
    }
    assertThat(logIn.attempt(ADA, PASSWORD)).isEqualTo(new Locked());
    assertThat(logIn.attempt(NOBODY, PASSWORD)).isEqualTo(new Locked());
  }

  @Test
  void attempt_afterTheLock_isAccepted() {
    for (int i = 0; i < Attempts.MOST; i++) {
      logIn.attempt(ADA, "wrong");
    }
    tables.aws().clock().advance(Attempts.LOCKED);

    assertThat(logIn.attempt(ADA, PASSWORD)).isInstanceOf(Accepted.class);
  }

  @Test
  void attempt_thatSucceeds_forgetsThoseBefore() {
    for (int i = 0; i < 3; i++) {
      logIn.attempt(ADA, "wrong");
      logIn.attempt(ADA, "wrong");
      assertThat(logIn.attempt(ADA, PASSWORD)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void take_manyAtTheSameTime_letsFiveThrough() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> taken = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        taken.add(threads.submit(() -> attempts.take(NOBODY)));
      }
      int through = 0;
      for (Future<Boolean> each : taken) {
        through += each.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(Attempts.MOST);
    } finally {
      threads.shutdownNow();
    }
  }
}
