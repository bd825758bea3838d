package io.boto4j.typed.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.CallOptions;
import io.boto4j.Client;
import io.boto4j.Name;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Waiter;
import io.boto4j.error.ServiceException;
import io.boto4j.error.WaiterException;
import io.boto4j.testing.Stubber;
import io.boto4j.typed.Await;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.TestClients;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Single calls by methods of an interface. */
final class BoundCallsTest {
  private enum Status {
    AVAILABLE,
    BACKING_UP
  }

  private record Endpoint(String address, int port) {}

  private record DbInstance(
      @Name("DBInstanceIdentifier") String id,
      @Name("DBInstanceStatus") @Nullable Status status,
      Optional<Endpoint> endpoint) {}

  private record Started(@Name("DBInstance") DbInstance instance) {}

  private record NewInstance(
      @Name("DBInstanceIdentifier") String id,
      String dbInstanceClass,
      String engine,
      Optional<Integer> allocatedStorage) {}

  private interface Rds {
    @Operation("StartDBInstance")
    @Result("DBInstance")
    DbInstance start(@Param("DBInstanceIdentifier") String id);

    @Operation("start_db_instance")
    Started startWhole(@Param("DBInstanceIdentifier") String id);

    @Operation("StartDBInstance")
    void startOnly(@Param("DBInstanceIdentifier") String id);

    @Operation("CreateDBInstance")
    Response create(NewInstance instance, Consumer<CallOptions.Builder> options);

    @Operation("CreateDBInstance")
    @Default(param = "Engine", value = "mysql")
    @Default(param = "DBInstanceClass", value = "db.t3.micro")
    @Default(param = "Tags", value = "[{\"Key\": \"by\", \"Value\": \"test\"}]")
    @Default(param = "MultiAZ", value = "true")
    Structure create(
        Map<String, ?> more,
        @Param("DBInstanceIdentifier") String id,
        @Param("Engine") @Nullable String engine,
        @Param("AllocatedStorage") Optional<Integer> storage);

    @Operation("DescribeDBInstances")
    @Result("DBInstances[0].DBInstanceStatus")
    Optional<String> status(@Param("DBInstanceIdentifier") String id);

    @Operation("DescribeDBInstances")
    @Result("DBInstances[0].DBInstanceStatus")
    @Nullable Status statusOrNull();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[0].AllocatedStorage")
    int storage();

    @Operation("DescribeDBInstances")
    @Result("length(DBInstances)")
    long count();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[0].InstanceCreateTime")
    Instant created();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[].DBInstanceIdentifier")
    Set<String> ids();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[0].Endpoint")
    Map<String, Object> endpoint();

    @Operation("DescribeDBInstances")
    @Result("DBInstances[].DBInstanceStatus")
    Status[] statuses();

    @Operation("DescribeDBInstances")
    Response page();

    @Await("DBInstanceAvailable")
    void awaitAvailable(@Param("DBInstanceIdentifier") String id);

    @Await("DBInstanceAvailable")
    void awaitAvailable(@Param("DBInstanceIdentifier") String id, UnaryOperator<Waiter> options);

    @Await("db_instance_deleted")
    Structure awaitDeleted(@Param("DBInstanceIdentifier") String id);

    default boolean isRunning(String id) {
      return status(id).filter("available"::equals).isPresent();
    }

    default void fail() throws IOException {
      throw new IOException("of the default method");
    }

    static String name() {
      return "rds";
    }
  }

  private final Client client = TestClients.of("rds");
  private final Stubber stubber = Stubber.of(client);
  private final Rds rds = Typed.of(stubber.client(), Rds.class);

  @AfterEach
  void everyResponse_isUsed() {
    stubber.assertNoPendingResponses();
  }

  private static Map<String, Object> instance(String id) {
    return Map.of(
        "DBInstanceIdentifier",
        id,
        "DBInstanceStatus",
        "available",
        "Endpoint",
        Map.of("Address", "db.example.com", "Port", 3306));
  }

  private void describes(Map<?, ?>... instances) {
    stubber.addResponse("DescribeDBInstances", Map.of("DBInstances", List.of(instances)));
  }

  @Test
  void record_isMadeOfTheResult() {
    Map<String, Object> output = Map.of("DBInstance", instance("a"));
    Map<String, String> input = Map.of("DBInstanceIdentifier", "a");
    stubber.addResponse("StartDBInstance", output, input);
    stubber.addResponse("StartDBInstance", output, input);
    stubber.addResponse("StartDBInstance", output, input);

    DbInstance expected =
        new DbInstance("a", Status.AVAILABLE, Optional.of(new Endpoint("db.example.com", 3306)));
    assertThat(rds.start("a")).isEqualTo(expected);
    assertThat(rds.startWhole("a")).isEqualTo(new Started(expected));
    rds.startOnly("a");
  }

  @Test
  void recordParameter_isTheWholeInput() {
    stubber.addResponse(
        "CreateDBInstance",
        Map.of("DBInstance", instance("n")),
        Map.of("DBInstanceIdentifier", "n", "DBInstanceClass", "db.m5.large", "Engine", "mysql"));

    Response response =
        rds.create(new NewInstance("n", "db.m5.large", "mysql", Optional.empty()), o -> {});
    assertThat(response.text("DBInstance", "DBInstanceIdentifier")).isEqualTo("n");
  }

  @Test
  void mapParametersAndDefaults_areMerged() {
    Map<String, Object> expected =
        Params.of("DBInstanceIdentifier", "n")
            .with("Engine", "mysql")
            .with("DBInstanceClass", "db.x")
            .with("Tags", List.of(Map.of("Key", "by", "Value", "test")))
            .with("MultiAZ", true);
    Map<String, Object> output = Map.of("DBInstance", instance("n"));
    stubber.addResponse("CreateDBInstance", output, expected);
    stubber.addResponse(
        "CreateDBInstance",
        output,
        Params.copyOf(expected).with("Engine", "postgres").with("AllocatedStorage", 5));

    Map<String, Object> more = Map.of("DBInstanceClass", "db.x", "DBInstanceIdentifier", "other");
    rds.create(more, "n", null, Optional.empty());
    rds.create(more, "n", "postgres", Optional.of(5));
  }

  @Test
  void singleValues_areConverted() {
    Map<String, Object> created =
        Map.of("InstanceCreateTime", Instant.EPOCH, "AllocatedStorage", 20);
    describes(instance("a"));
    assertThat(rds.status("a")).contains("available");
    describes();
    assertThat(rds.status("a")).isEmpty();
    describes(instance("a"));
    assertThat(rds.statusOrNull()).isEqualTo(Status.AVAILABLE);
    describes();
    assertThat(rds.statusOrNull()).isNull();
    describes(created);
    assertThat(rds.storage()).isEqualTo(20);
    describes(created, created);
    assertThat(rds.count()).isEqualTo(2L);
    describes(created);
    assertThat(rds.created()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void collections_areConverted() {
    describes(instance("a"), instance("b"));
    assertThat(rds.ids()).containsExactly("a", "b");
    describes();
    assertThat(rds.ids()).isEmpty();
    describes(instance("a"));
    assertThat(rds.endpoint()).containsEntry("Port", 3306);
    describes(Map.of("DBInstanceStatus", "backing-up"));
    assertThat(rds.statuses()).containsExactly(Status.BACKING_UP);
    describes(instance("a"));
    assertThat(rds.page().structures("DBInstances")).hasSize(1);
  }

  @Test
  void primitive_absent_isAnException() {
    describes();
    assertThatThrownBy(rds::storage)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Rds.storage(): DBInstances[0].AllocatedStorage is absent from the response. If it may"
                + " be, return an object type or Optional.");
  }

  @Test
  void error_ofTheService_isThrownAsItIs() {
    stubber.addError("StartDBInstance", "DBInstanceNotFound", "no a");
    Throwable thrown = catchThrowable(() -> rds.start("a"));
    assertThat(thrown).isInstanceOf(ServiceException.class).hasMessageContaining("no a");
    assertThat(((ServiceException) thrown).is("DBInstanceNotFound")).isTrue();
  }

  @Test
  void waiter_waits() {
    describes(Map.of("DBInstanceStatus", "starting"));
    describes(instance("a"));
    rds.awaitAvailable("a");
    stubber.addError("DescribeDBInstances", "DBInstanceNotFound", "gone");
    assertThat(rds.awaitDeleted("a").text("Error", "Code")).isEqualTo("DBInstanceNotFound");
    describes(Map.of("DBInstanceStatus", "starting"));
    assertThatThrownBy(() -> rds.awaitAvailable("a", waiter -> waiter.maxAttempts(1)))
        .isInstanceOf(WaiterException.class)
        .hasMessageContaining("Max attempts exceeded");
  }

  @Test
  void methodsWithABody_areTheirOwn() {
    describes(instance("a"));
    assertThat(rds.isRunning("a")).isTrue();
    describes();
    assertThat(rds.isRunning("a")).isFalse();
    assertThatThrownBy(rds::fail)
        .isInstanceOf(IOException.class)
        .hasMessage("of the default method");
    assertThat(Rds.name()).isEqualTo("rds");
  }

  @Test
  void instance_hasTheMethodsOfAnObject() {
    Rds other = Typed.of(client, Rds.class);
    assertThat(rds.toString()).isEqualTo("Typed[Rds over rds]");
    assertThat(Set.of(rds, other)).contains(rds);
    assertThat(rds).isNotEqualTo(other);
    assertThat(rds.hashCode()).isEqualTo(System.identityHashCode(rds));
  }
}
