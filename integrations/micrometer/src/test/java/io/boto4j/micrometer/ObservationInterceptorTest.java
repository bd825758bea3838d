package io.boto4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.LocalAws;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Observations of calls. */
final class ObservationInterceptorTest {
  private static LocalAws aws;

  private final TestObservationRegistry registry = TestObservationRegistry.create();

  @BeforeAll
  static void start() {
    aws = LocalAws.start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @AfterEach
  void nothingIsLeft() {
    aws.faults().clear();
    assertThat(registry.getCurrentObservation()).isNull();
    TestObservationRegistryAssert.assertThat(registry).doesNotHaveAnyRemainingCurrentScope();
  }

  private Client client(String service) {
    return client(service, ObservationInterceptor.create(registry));
  }

  private static Client client(String service, Interceptor interceptor) {
    return aws.sessionBuilder()
        .sleeper(pause -> {})
        .interceptor(interceptor)
        .build()
        .client(service);
  }

  @Test
  void call_thatSucceeds_isAnObservationWithKeys() {
    Response response = client("dynamodb").call("ListTables");
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasNameEqualTo("aws.client.calls")
        .hasContextualNameEqualTo("DynamoDB.ListTables")
        .hasLowCardinalityKeyValue("aws.service", "DynamoDB")
        .hasLowCardinalityKeyValue("aws.operation", "ListTables")
        .hasLowCardinalityKeyValue("aws.region", "us-east-1")
        .hasLowCardinalityKeyValue("outcome", "SUCCESS")
        .hasLowCardinalityKeyValue("aws.error", "none")
        .hasHighCardinalityKeyValue("aws.request.id", response.metadata().requestId())
        .hasHighCardinalityKeyValue("aws.attempts", "1")
        .doesNotHaveError()
        .hasBeenStarted()
        .hasBeenStopped();
  }

  @Test
  void keys_areThoseOfTheDocumentation() {
    client("dynamodb").call("ListTables");
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasOnlyKeys(
            Stream.of(
                    CallObservationDocumentation.CALL.getLowCardinalityKeyNames(),
                    CallObservationDocumentation.CALL.getHighCardinalityKeyNames())
                .flatMap(Arrays::stream)
                .map(KeyName::asString)
                .toArray(String[]::new));
  }

  @Test
  void call_thatFails_hasTheErrorsCodeAndOutcome() {
    assertThatThrownBy(
            () -> client("dynamodb").call("DescribeTable", Map.of("TableName", "no-such-table")))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e ->
                TestObservationRegistryAssert.assertThat(registry)
                    .hasSingleObservationThat()
                    .hasLowCardinalityKeyValue("aws.error", "ResourceNotFoundException")
                    .hasLowCardinalityKeyValue("outcome", "CLIENT_ERROR")
                    .hasHighCardinalityKeyValue("aws.request.id", e.requestId())
                    .hasError(e)
                    .hasBeenStopped());
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void call_withBadInput_hasTheClassOfTheException() {
    assertThatThrownBy(() -> client("dynamodb").call("ListTables", Map.of("No", 1)))
        .isInstanceOf(ParamValidationException.class);
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasLowCardinalityKeyValue("aws.error", "ParamValidationException")
        .hasLowCardinalityKeyValue("outcome", "UNKNOWN")
        .hasHighCardinalityKeyValue("aws.attempts", "0");
  }

  @Test
  void call_thatEndsWithAnError_isStopped() {
    Interceptor failing =
        new Interceptor() {
          @Override
          public HttpResponse beforeSend(CallContext call, HttpRequest request) {
            throw new StackOverflowError();
          }
        };
    assertThatThrownBy(() -> client("dynamodb").with(failing).call("ListTables"))
        .isInstanceOf(StackOverflowError.class);
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasLowCardinalityKeyValue("aws.error", "StackOverflowError")
        .hasBeenStopped();
  }

  @Test
  void retries_areEvents() {
    aws.faults().fail("dynamodb", 1, 2);
    client("dynamodb").call("ListTables");
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasEvent("retry")
        .hasHighCardinalityKeyValue("aws.attempts", "3");
  }

  @Test
  void serverErrors_haveTheirOutcome() {
    aws.faults().fail("dynamodb", 1, 100);
    assertThatThrownBy(() -> client("dynamodb").call("ListTables"))
        .isInstanceOf(ServiceException.class);
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasLowCardinalityKeyValue("outcome", "SERVER_ERROR");
  }

  @Test
  void explainAndPresign_areNotObserved() {
    Client s3 = client("s3");
    s3.explain("ListBuckets", Map.of());
    s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"));
    s3.presignPost("b", "k");
    TestObservationRegistryAssert.assertThat(registry).doesNotHaveAnyObservation();
  }

  @Test
  void parent_isTheCurrentObservation_alsoOfAnAsynchronousCall() {
    Client dynamodb = client("dynamodb");
    Observation parent = Observation.start("parent", registry);
    parent.scoped(
        () -> {
          dynamodb.call("ListTables");
          assertThat(dynamodb.callAsync("ListTables").join()).isNotNull();
        });
    parent.stop();
    TestObservationRegistryAssert.assertThat(registry)
        .hasNumberOfObservationsWithNameEqualTo("aws.client.calls", 2)
        .forAllObservationsWithNameEqualTo(
            "aws.client.calls", each -> each.hasParentObservationEqualTo(parent));
  }

  @Test
  void observation_duringTheCall_isCurrent() {
    AtomicReference<Observation> seen = new AtomicReference<>();
    Interceptor looking =
        new Interceptor() {
          @Override
          public HttpRequest beforeCall(CallContext call, HttpRequest request) {
            seen.set(registry.getCurrentObservation());
            return request;
          }
        };
    client("dynamodb").with(looking).call("ListTables");
    assertThat(seen.get().getContext()).isInstanceOf(CallObservationContext.class);
  }

  @Test
  void interceptor_addedTwice_makesOneObservation() {
    ObservationInterceptor interceptor = ObservationInterceptor.create(registry);
    client("dynamodb", interceptor).with(interceptor).call("ListTables");
    TestObservationRegistryAssert.assertThat(registry)
        .hasNumberOfObservationsWithNameEqualTo("aws.client.calls", 1);
  }

  /** Names observations, and adds the table. */
  private static final class Own extends DefaultCallObservationConvention {
    @Override
    public String getName() {
      return "shop.aws";
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
      return super.getLowCardinalityKeyValues(context).and(KeyValue.of("team", "orders"));
    }
  }

  @Test
  void convention_ofTheProgram_isUsed() {
    client("dynamodb", ObservationInterceptor.create(registry, new Own())).call("ListTables");
    TestObservationRegistryAssert.assertThat(registry)
        .hasSingleObservationThat()
        .hasNameEqualTo("shop.aws")
        .hasLowCardinalityKeyValue("team", "orders")
        .hasLowCardinalityKeyValue("aws.operation", "ListTables");
  }

  @Test
  void noopRegistry_changesNothing() {
    Client dynamodb = client("dynamodb", ObservationInterceptor.create(ObservationRegistry.NOOP));
    assertThat(dynamodb.call("ListTables").metadata().statusCode()).isEqualTo(200);
    assertThat(dynamodb.callAsync("ListTables").join().metadata().statusCode()).isEqualTo(200);
  }

  @Test
  void handlerForMeters_andMeterInterceptor_giveTheSameTimer() {
    SimpleMeterRegistry ofHandler = new SimpleMeterRegistry();
    ObservationRegistry handled = ObservationRegistry.create();
    handled.observationConfig().observationHandler(new DefaultMeterObservationHandler(ofHandler));
    SimpleMeterRegistry direct = new SimpleMeterRegistry();
    for (Interceptor each :
        new Interceptor[] {
          ObservationInterceptor.create(handled), MeterInterceptor.create(direct)
        }) {
      Client dynamodb = client("dynamodb", each);
      dynamodb.call("ListTables");
      assertThatThrownBy(() -> dynamodb.call("DescribeTable", Map.of("TableName", "none")))
          .isInstanceOf(ServiceException.class);
    }
    assertThat(ids(direct)).isEqualTo(ids(ofHandler)).hasSize(2);
  }

  private static Set<String> ids(SimpleMeterRegistry meters) {
    Set<String> ids = new TreeSet<>();
    meters.find("aws.client.calls").timers().forEach(each -> ids.add(each.getId().toString()));
    return ids;
  }
}
