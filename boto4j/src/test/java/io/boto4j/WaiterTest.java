package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.UnknownWaiterException;
import io.boto4j.error.WaiterConfigException;
import io.boto4j.error.WaiterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiters of real services, over a recording transport and a sleeper that does not sleep. */
final class WaiterTest {
  private static final Map<String, Object> TABLE = Map.of("TableName", "t");
  private static final String CREATING = "{\"Table\": {\"TableStatus\": \"CREATING\"}}";
  private static final String ACTIVE = "{\"Table\": {\"TableStatus\": \"ACTIVE\"}}";
  private static final String MISSING =
      "{\"__type\": \"com.amazonaws#ResourceNotFoundException\", \"message\": \"no table\"}";

  private final Recorder recorder = new Recorder();
  private final List<Duration> sleeps = new ArrayList<>();
  private final SleptClock clock = new SleptClock();
  private final Session session =
      Sessions.with(recorder)
          .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
          .sleeper(
              pause -> {
                sleeps.add(pause);
                clock.now = clock.now.plus(pause);
              })
          .clock(clock)
          .random(() -> 0.75)
          .build();
  private final Client dynamodb = session.client("dynamodb");

  /** A clock that the sleeper advances. */
  private static final class SleptClock extends Clock {
    private Instant now = Sessions.NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void answers(String... bodies) {
    Iterator<String> all = List.of(bodies).iterator();
    recorder.answer(
        request -> {
          String body = all.next();
          return Recorder.response(body.contains("__type") ? 400 : 200, body);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"TableExists", "tableExists", "table_exists"})
  void await_untilActive_asksAndPausesAsTheModelSays(String spelling) {
    answers(MISSING, CREATING, ACTIVE);
    Structure last = dynamodb.waiter(spelling).await(TABLE);
    assertThat(last).isInstanceOf(Response.class);
    assertThat(last.search("Table.TableStatus")).isEqualTo("ACTIVE");
    assertThat(sleeps).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(20));
    assertThat(recorder.requests()).hasSize(3);
  }

  @Test
  void await_forAnError_returnsTheErrorsResponse() {
    answers(ACTIVE, MISSING);
    Structure last = dynamodb.waiter("TableNotExists").await(TABLE);
    assertThat(last.search("Error.Code")).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void await_ofFirstSuccess_neverSleeps() {
    answers(ACTIVE);
    dynamodb.waiter("TableExists").await(TABLE);
    assertThat(sleeps).isEmpty();
  }

  @Test
  void await_inVain_saysBoto3sText() {
    recorder.answer(200, CREATING);
    WaiterException e =
        catchThrowableOfType(
            WaiterException.class,
            () -> dynamodb.waiter("TableExists").maxAttempts(3).await(TABLE));
    assertThat(e).hasMessage("Waiter TableExists failed: Max attempts exceeded");
    assertThat(e.name()).isEqualTo("TableExists");
    assertThat(e.reason()).isEqualTo("Max attempts exceeded");
    assertThat(e.lastResponse().search("Table.TableStatus")).isEqualTo("CREATING");
    assertThat(sleeps).as("none after the last attempt").hasSize(2);
  }

  @Test
  void await_inVainAfterAnAcceptedState_saysWhich() {
    recorder.answer(400, MISSING);
    assertThatThrownBy(() -> dynamodb.waiter("TableExists").maxAttempts(2).await(TABLE))
        .hasMessage(
            "Waiter TableExists failed: Max attempts exceeded. Previously accepted state: Matched"
                + " expected service error code: ResourceNotFoundException");
  }

  @Test
  void await_unknownError_saysBoto3sText() {
    answers("{\"__type\": \"AccessDeniedException\", \"message\": \"go away\"}");
    WaiterException e =
        catchThrowableOfType(
            WaiterException.class, () -> dynamodb.waiter("TableExists").await(TABLE));
    assertThat(e)
        .hasMessage(
            "Waiter TableExists failed: An error occurred (AccessDeniedException): go away");
    assertThat(e.lastResponse().search("Error.Code")).isEqualTo("AccessDeniedException");
    assertThat(sleeps).isEmpty();
  }

  @Test
  void await_terminalFailure_saysBoto3sText() {
    recorder.answer(
        200,
        """
        <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>
        <DBInstanceStatus>available</DBInstanceStatus></DBInstance><DBInstance>
        <DBInstanceStatus>failed</DBInstanceStatus></DBInstance></DBInstances>
        </DescribeDBInstancesResult></DescribeDBInstancesResponse>""");
    assertThatThrownBy(() -> session.client("rds").waiter("DBInstanceAvailable").await())
        .hasMessage(
            "Waiter DBInstanceAvailable failed: Waiter encountered a terminal failure state: For"
                + " expression \"DBInstances[].DBInstanceStatus\" we matched expected path:"
                + " \"failed\" at least once");
  }

  @Test
  void await_status_matchesErrorsToo() {
    recorder.answer(404, "");
    Client s3 = session.client("s3");
    s3.waiter("BucketNotExists").await(Map.of("Bucket", "b"));
    assertThat(sleeps).isEmpty();
  }

  @Test
  void waiterConfig_amongTheParameters_isBoto3s() {
    recorder.answer(200, CREATING);
    Map<String, Object> config = Map.of("Delay", 0.5, "MaxAttempts", "2");
    assertThatThrownBy(
            () ->
                dynamodb
                    .waiter("TableExists")
                    .await(Map.of("TableName", "t", "WaiterConfig", config)))
        .isInstanceOf(WaiterException.class);
    assertThat(sleeps).containsExactly(Duration.ofMillis(500));
    assertThat(Recorder.compactBody(recorder.last())).isEqualTo("{\"TableName\":\"t\"}");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void waiterConfig_ofSomethingElse_isRefused() {
    Waiter waiter = dynamodb.waiter("TableExists");
    for (Object config : List.of(5, Map.of("Dely", 1), Map.of("Delay", "long"))) {
      assertThatThrownBy(() -> waiter.await(Map.of("WaiterConfig", config)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> waiter.maxAttempts(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> waiter.delay(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> waiter.deadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void deadline_thatThePauseWouldPass_endsTheWait() {
    recorder.answer(200, CREATING);
    Waiter waiter = dynamodb.waiter("TableExists").deadline(Duration.ofSeconds(45));
    assertThatThrownBy(() -> waiter.await(TABLE))
        .hasMessage("Waiter TableExists failed: Deadline exceeded");
    assertThat(sleeps).hasSize(2);
  }

  @Test
  void jittered_pausesAreSpread() {
    answers(CREATING, ACTIVE);
    dynamodb.waiter("TableExists").delay(Duration.ofSeconds(4)).jittered().await(TABLE);
    assertThat(sleeps).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void onProgress_isToldOfEachAnswerButTheLast() {
    answers(CREATING, MISSING, ACTIVE);
    List<WaiterProgress> told = new ArrayList<>();
    dynamodb.waiter("TableExists").maxAttempts(5).onProgress(told::add).await(TABLE);
    assertThat(told).hasSize(2);
    assertThat(told.get(0).attempt()).isEqualTo(1);
    assertThat(told.get(0).maxAttempts()).isEqualTo(5);
    assertThat(told.get(0).pause()).isEqualTo(Duration.ofSeconds(20));
    assertThat(told.get(1).response().search("Error.Code")).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void await_interrupted_endsAndKeepsTheFlag() {
    recorder.answer(200, CREATING);
    Session interrupted =
        Sessions.with(recorder)
            .sleeper(
                pause -> {
                  throw new InterruptedException();
                })
            .build();
    Waiter waiter = interrupted.client("dynamodb").waiter("TableExists");
    try {
      assertThatThrownBy(() -> waiter.await(TABLE)).isInstanceOf(CallInterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(recorder.requests()).hasSize(1);
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void waiter_unknown_saysNearNames() {
    assertThatThrownBy(() -> dynamodb.waiter("TableExist"))
        .isInstanceOf(UnknownWaiterException.class)
        .hasMessage("Waiter does not exist: TableExist. Did you mean TableExists?");
    assertThatThrownBy(() -> session.client("sqs").waiter("Any"))
        .isInstanceOf(UnknownWaiterException.class);
  }

  private static Map<String, Object> document(Object acceptor) {
    return Map.of(
        "version",
        2,
        "waiters",
        Map.of(
            "Mine",
            Map.of(
                "operation",
                "describe_table",
                "delay",
                1,
                "maxAttempts",
                2,
                "acceptors",
                List.of(acceptor))));
  }

  @Test
  void ownWaiter_errorFalse_matchesAnyAnswer() {
    answers(CREATING);
    Map<String, Object> acceptor =
        Map.of("state", "success", "matcher", "error", "expected", false);
    Waiter mine = dynamodb.waiter("mine", document(acceptor));
    mine.await(TABLE);
    assertThat(mine).hasToString("Waiter[dynamodb, Mine, by describe_table]");
  }

  @Test
  void ownWaiter_errorTrue_matchesAnyError() {
    answers(MISSING);
    Map<String, Object> acceptor = Map.of("state", "failure", "matcher", "error", "expected", true);
    assertThatThrownBy(() -> dynamodb.waiter("Mine", document(acceptor)).await(TABLE))
        .hasMessage(
            "Waiter Mine failed: Waiter encountered a terminal failure state: Matched expected"
                + " service error code: True");
  }

  @Test
  void ownWaiter_pathAll_needsAListOfSome() {
    answers(
        "{\"Table\": {\"KeySchema\": []}}",
        "{\"Table\": {\"KeySchema\": [{\"KeyType\":" + " \"HASH\"}]}}");
    Map<String, Object> acceptor =
        Map.of(
            "state", "success",
            "matcher", "pathAll",
            "argument", "Table.KeySchema[].KeyType",
            "expected", "HASH");
    dynamodb.waiter("Mine", document(acceptor)).await(TABLE);
    assertThat(sleeps).hasSize(1);
  }

  @Test
  void ownWaiter_numbers_matchByValue() {
    answers("{\"Table\": {\"ItemCount\": 5}}");
    Map<String, Object> acceptor =
        Map.of(
            "state", "success",
            "matcher", "path",
            "argument", "Table.ItemCount",
            "expected", 5);
    dynamodb.waiter("Mine", document(acceptor)).await(TABLE);
    assertThat(sleeps).isEmpty();
  }

  @Test
  void ownWaiter_malformed_isRefused() {
    List<Map<String, Object>> acceptors =
        List.of(
            Map.of("state", "success", "matcher", "guess", "expected", 1),
            Map.of("state", "maybe", "matcher", "status", "expected", 1),
            Map.of("state", "success", "matcher", "status"),
            Map.of("state", "success", "matcher", "path", "expected", 1),
            Map.of("state", "success", "matcher", "path", "expected", 1, "argument", "a["));
    for (Map<String, Object> acceptor : acceptors) {
      assertThatThrownBy(() -> dynamodb.waiter("Mine", document(acceptor)))
          .as(acceptor.toString())
          .isInstanceOf(WaiterConfigException.class)
          .hasMessageStartingWith("Error processing waiter config: ");
    }
    assertThatThrownBy(() -> dynamodb.waiter("Mine", Map.of("version", 1, "waiters", Map.of())))
        .hasMessage(
            "Error processing waiter config: Unsupported waiter version, supported version must be:"
                + " 2, but version of waiter config is: 1");
    assertThatThrownBy(() -> dynamodb.waiter("Mine", Map.of("waiters", Map.of())))
        .hasMessageEndingWith("is: unknown");
    assertThatThrownBy(() -> dynamodb.waiter("Mine", Map.of("version", 2)))
        .isInstanceOf(WaiterConfigException.class);
  }
}
