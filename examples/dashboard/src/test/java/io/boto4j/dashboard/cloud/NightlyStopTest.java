package io.boto4j.dashboard.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.dashboard.cloud.Permissions.Decision;
import io.boto4j.dynamodb.Table;
import io.boto4j.local.LocalAws;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@link Provision} creates, and the function in it. */
final class NightlyStopTest {
  private static final Names NAMES = LocalTables.NAMES;

  /** EventBridge does not wait for the function. */
  private static final Semaphore CALLED = new Semaphore(0);

  private static LocalAws aws;
  private static Session session;
  private static Client rds;
  private static Database database;
  private static NightlyFunction nightly;

  @BeforeAll
  static void provision() {
    aws =
        LocalAws.builder()
            .stateDelay(Duration.ZERO)
            .lambda(NAMES.function(), event -> handle(Objects.requireNonNull(event)))
            .start();
    session = aws.session();
    Provision.run(session, NAMES);
    rds = session.client("rds");
    database = new Database(rds, NAMES.instance());
    History history =
        new History(Table.of(session.client("dynamodb"), NAMES.history()), aws.clock());
    nightly = new NightlyFunction(session, NAMES, history);
  }

  private static Map<String, Object> handle(Object event) {
    Map<String, Object> result = new NightlyStop(session, aws.clock()).handle((Structure) event);
    CALLED.release();
    return result;
  }

  @AfterAll
  static void close() {
    nightly.close();
    rds.close();
    aws.close();
  }

  private static void settle() {
    database.settled().delay(Duration.ofMillis(50)).await(database.id());
  }

  @Test
  void run_whileTheDatabaseRuns_stopsIt() throws FunctionFailedException {
    settle();
    if (database.status().equals("stopped")) {
      database.start();
      settle();
    }

    assertThat(nightly.run()).isEqualTo("Stopping dashboard-db");
    settle();
    assertThat(database.status()).isEqualTo("stopped");
    assertThat(nightly.lastRuns(1))
        .extracting(History.Entry::what)
        .containsExactly("Stopping dashboard-db");
    assertThat(nightly.run()).isEqualTo("Nothing to do: dashboard-db is not running");
  }

  @Test
  void rule_inTheEvening_callsTheFunctionOnlyIfEnabled() throws InterruptedException {
    nightly.enable(false);
    int before = nightly.lastRuns(5).size();
    aws.clock().advance(Duration.ofDays(1));
    assertThat(nightly.lastRuns(5)).hasSize(before);
    assertThat(nightly.state().orElseThrow().enabled()).isFalse();

    nightly.enable(true);
    CALLED.drainPermits();
    aws.clock().advance(Duration.ofDays(1));
    assertThat(nightly.state().orElseThrow().enabled()).isTrue();
    assertThat(CALLED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    assertThat(nightly.lastRuns(5)).hasSize(before + 1);
  }

  @Test
  void provision_again_changesNothing() {
    nightly.enable(false);
    String arn = database.arn();

    Provision.run(session, NAMES);

    assertThat(nightly.state().orElseThrow().enabled()).isFalse();
    assertThat(database.arn()).isEqualTo(arn);
    aws.journal().assertCalls("rds", "CreateDBInstance", 2);
    aws.journal().assertCalls("events", "PutRule", 1);
  }

  @Test
  void role_ofTheFunction_allowsWhatItNeeds() {
    Permissions permissions =
        new Permissions(
            session.client("iam"),
            NAMES.role(),
            database,
            Table.of(session.client("dynamodb"), NAMES.history()));

    assertThat(permissions.decisions())
        .filteredOn(Decision::allowed)
        .extracting(Decision::action)
        .containsExactly("rds:StopDBInstance", "dynamodb:PutItem");
    assertThat(permissions.decisions()).hasSize(5);
  }
}
