package io.boto4j.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.dashboard.cloud.LocalTables;
import io.boto4j.dynamodb.Table;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final User ADA =
      new User("u1", "ada@example.com", "hash", Role.USER, Instant.EPOCH);

  private LocalTables tables;
  private Table table;
  private Sessions sessions;

  @BeforeEach
  void create() {
    tables = new LocalTables();
    table = tables.table(LocalTables.NAMES.sessions());
    sessions = new Sessions(table, tables.aws().clock());
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void userId_ofAnOpenSession_isTheUsers() {
    assertThat(sessions.userId(sessions.open(ADA))).contains("u1");
  }

  @Test
  void userId_ofAnotherToken_isEmpty() {
    sessions.open(ADA);

    assertThat(sessions.userId("guessed")).isEmpty();
    assertThat(sessions.userId("")).isEmpty();
  }

  @Test
  void userId_whenTimeIsOver_isEmpty() {
    String token = sessions.open(ADA);
    tables.aws().clock().advance(Sessions.LASTS.minus(Duration.ofMinutes(1)));
    assertThat(sessions.userId(token)).contains("u1");

    tables.aws().clock().advance(Duration.ofMinutes(1));

    assertThat(sessions.userId(token)).isEmpty();
  }

  @Test
  void userId_afterTheSessionIsClosed_isEmpty() {
    String token = sessions.open(ADA);
    String other = sessions.open(ADA);

    sessions.close(token);

    assertThat(sessions.userId(token)).isEmpty();
    assertThat(sessions.userId(other)).contains("u1");
  }

  @Test
  void table_ofSessions_hasNoTokens() {
    String token = sessions.open(ADA);

    assertThat(table.scan().list()).hasSize(1);
    assertThat(table.scan().list().toString()).doesNotContain(token);
  }
}
