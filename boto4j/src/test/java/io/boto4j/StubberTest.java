package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.testing.StubResponseException;
import io.boto4j.testing.Stubber;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls with stubbed responses. */
final class StubberTest {
  private static final Map<String, Object> TABLE = Map.of("TableName", "t");

  private final Recorder recorder = new Recorder();

  /** Has no credentials: stubs do not need them. */
  private final Session session =
      Sessions.bare(recorder).region("eu-west-1").sleeper(pause -> {}).build();

  private final Stubber stubber = Stubber.of(session.client("dynamodb"));
  private final Client dynamodb = stubber.client();

  @Test
  void addResponse_isAnsweredAsIfParsed() {
    stubber.addResponse(
        "describe_table",
        Map.of(
            "Table",
            Map.of(
                "TableStatus",
                "ACTIVE",
                "ItemCount",
                5,
                "CreationDateTime",
                "2026-01-02T03:04:05Z",
                "KeySchema",
                List.of(Map.of("AttributeName", "id", "KeyType", "HASH")))));
    Response answer = dynamodb.call("DescribeTable", TABLE);
    Structure table = answer.structure("Table");
    assertThat(table.get("ItemCount")).isEqualTo(5L);
    assertThat(table.instant("CreationDateTime")).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(answer.search("Table.KeySchema[0].KeyType")).isEqualTo("HASH");
    assertThat(answer.metadata().statusCode()).isEqualTo(200);
    assertThat(recorder.requests()).isEmpty();
    stubber.assertNoPendingResponses();
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void addResponse_thatTheModelDoesNotKnow_isRefused() {
    assertThatThrownBy(() -> stubber.addResponse("ListTables", Map.of("Tables", List.of())))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Unknown parameter in input: \"Tables\"");
    assertThatThrownBy(() -> stubber.addResponse("ListTables", Map.of("TableNames", "one")))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(
            () -> stubber.addResponse("ListTables", Map.of("TableNames", List.of("one", 2))))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(() -> stubber.addResponse("ListTablets", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    stubber.assertNoPendingResponses();
  }

  @Test
  void addError_withStatus_hasIt() {
    stubber.addError("PutItem", "AccessDeniedException", "no", 403);
    stubber.addError("GetItem", "AccessDeniedException", "no");

    ServiceException denied =
        catchThrowableOfType(
            ServiceException.class,
            () -> dynamodb.call("PutItem", Map.of("TableName", "t", "Item", Map.of())));
    ServiceException usual =
        catchThrowableOfType(
            ServiceException.class,
            () -> dynamodb.call("GetItem", Map.of("TableName", "t", "Key", Map.of())));

    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.metadata().statusCode()).isEqualTo(403);
    assertThat(denied.is("AccessDeniedException")).isTrue();
    assertThat(usual.statusCode()).isEqualTo(400);
  }

  @Test
  void addError_withMembers_hasThem() {
    List<Map<String, String>> reasons = List.of(Map.of("Code", "ConditionalCheckFailed"));
    stubber.addError(
        "TransactWriteItems",
        "TransactionCanceledException",
        "no",
        400,
        Map.of("CancellationReasons", reasons));

    ServiceException error =
        catchThrowableOfType(
            ServiceException.class,
            () -> dynamodb.call("TransactWriteItems", Map.of("TransactItems", List.of(Map.of()))));

    assertThat(error.response().search("CancellationReasons[].Code"))
        .isEqualTo(List.of("ConditionalCheckFailed"));
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void addError_invalid_isRefused() {
    for (int status : new int[] {-1, 0, 99, 1000}) {
      assertThatThrownBy(() -> stubber.addError("PutItem", "No", "no", status))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("100 to 999: " + status);
    }
    assertThatThrownBy(() -> stubber.addError("PutItem", "No", "no", 400, Map.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stubber.addError("PutItm", "No", "no", 400))
        .isInstanceOf(IllegalArgumentException.class);
    stubber.assertNoPendingResponses();
  }

  @Test
  void calls_beyondTheQueue_areUnexpected() {
    assertThatThrownBy(() -> dynamodb.call("ListTables"))
        .isInstanceOf(StubResponseException.class)
        .hasMessage(
            "Error getting response stub for operation ListTables: Unexpected API Call: A call was"
                + " made but no additional calls expected. Either the API Call was not stubbed or"
                + " it was called multiple times.");
  }

  @Test
  void calls_outOfOrder_areAMismatch() {
    stubber.addResponse("ListTables", Map.of()).addResponse("DescribeTable", Map.of());
    assertThatThrownBy(() -> dynamodb.call("DescribeTable", TABLE))
        .isInstanceOf(StubResponseException.class)
        .hasMessage(
            "Error getting response stub for operation DescribeTable: Operation mismatch: found"
                + " response for ListTables.");
    assertThatThrownBy(stubber::assertNoPendingResponses)
        .isInstanceOf(AssertionError.class)
        .hasMessage("2 responses remaining in queue: [ListTables, DescribeTable]");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void inAnyOrder_theFirstThatFitsAnswers() {
    stubber
        .inAnyOrder()
        .addResponse("ListTables", Map.of("TableNames", List.of("one")), Map.of("Limit", 1))
        .addResponse("ListTables", Map.of("TableNames", List.of("two")), Map.of("Limit", 2))
        .addResponse("DescribeTable", Map.of());
    assertThat(dynamodb.call("DescribeTable", TABLE)).isEmpty();
    assertThat(dynamodb.call("ListTables", Map.of("Limit", 2)).list("TableNames"))
        .containsExactly("two");
    assertThatThrownBy(() -> dynamodb.call("ListTables", Map.of("Limit", 2)))
        .isInstanceOf(StubResponseException.class)
        .hasMessageContaining("other values for Limit");
    assertThatThrownBy(() -> dynamodb.call("PutItem"))
        .isInstanceOf(StubResponseException.class)
        .hasMessageContaining("no response for it");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void expectedParameters_withAny_areHeldAgainstTheCall() {
    Map<String, Object> expected =
        Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", Stubber.ANY)));
    stubber.addResponse("GetItem", Map.of(), expected);
    dynamodb.call(
        "GetItem", Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "whatever"))));
    stubber.addResponse("GetItem", Map.of(), expected);
    assertThatThrownBy(
            () ->
                dynamodb.call(
                    "GetItem",
                    Map.of("ConsistentRead", true, "Key", Map.of("id", Map.of("N", "SECRET")))))
        .isInstanceOf(StubResponseException.class)
        .hasMessageContaining("other values for Key; no TableName; an unexpected ConsistentRead;")
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void expectedParameters_arrays_areComparedAsLists() {
    stubber.addResponse(
        "Query", Map.of(), Map.of("TableName", "t", "AttributesToGet", List.of("a")));
    dynamodb.call("Query", Map.of("TableName", "t", "AttributesToGet", new String[] {"a"}));
    stubber.assertNoPendingResponses();
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void expectedParameters_numbersAndBytes_areComparedByValue() {
    stubber.addResponse(
        "PutItem",
        Map.of(),
        Map.of(
            "TableName", "t", "Item", Map.of("b", Map.of("B", new byte[] {1}), "l", List.of(5))));
    assertThatCode(
            () ->
                stubber
                    .client()
                    .with(new Interceptor() {})
                    .call(
                        "PutItem",
                        Map.of(
                            "TableName",
                            "t",
                            "Item",
                            Map.of("b", Map.of("B", new byte[] {1}), "l", List.of(5L)))))
        .isInstanceOf(ParamValidationException.class);
  }

  @Test
  void addError_isThrownWithItsMembers() {
    Client real = session.client("dynamodb");
    stubber.addError(
        real.responses()
            .error(
                "TransactWriteItems",
                "TransactionCanceledException",
                "no",
                400,
                Map.of("CancellationReasons", List.of(Map.of("Code", "None")))));
    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> dynamodb.call("TransactWriteItems", Map.of("TransactItems", List.of(Map.of()))));
    assertThat(e)
        .hasMessage(
            "An error occurred (TransactionCanceledException) when calling the TransactWriteItems"
                + " operation: no");
    assertThat(e.response().search("CancellationReasons[0].Code")).isEqualTo("None");
    assertThat(e.response().search("Error.Code")).isEqualTo("TransactionCanceledException");
  }

  @Test
  void error_withMembersTheModelDoesNotKnow_isRefused() {
    ResponseFactory responses = session.client("dynamodb").responses();
    assertThatThrownBy(
            () ->
                responses.error(
                    "PutItem", "TransactionCanceledException", "", 400, Map.of("No", 1)))
        .isInstanceOf(ParamValidationException.class);
    assertThatThrownBy(() -> responses.error("PutItem", "MadeUp", "", 400, Map.of("No", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(responses.error("PutItem", "MadeUp", "m", 503).statusCode()).isEqualTo(503);
  }

  @Test
  void paginators_areStubbed() {
    stubber
        .addResponse(
            "ListTables", Map.of("TableNames", List.of("aaa"), "LastEvaluatedTableName", "aaa"))
        .addResponse(
            "ListTables",
            Map.of("TableNames", List.of("bbb")),
            Map.of("ExclusiveStartTableName", "aaa"));
    assertThat(dynamodb.paginator("ListTables").pages().items()).containsExactly("aaa", "bbb");
  }

  @Test
  void waiters_areStubbed() {
    stubber
        .addError("DescribeTable", "ResourceNotFoundException", "not yet")
        .addResponse("DescribeTable", Map.of("Table", Map.of("TableStatus", "ACTIVE")));
    dynamodb.waiter("TableExists").delay(Duration.ZERO).await(TABLE);
    stubber.assertNoPendingResponses();
  }

  @Test
  void streams_areGivenAsTheyArrive() {
    Stubber s3 = Stubber.of(session.client("s3"));
    Map<String, Object> input = Map.of("Bucket", "bbb", "Key", "k");
    for (Object body :
        List.of(
            "text",
            "text".getBytes(StandardCharsets.UTF_8),
            new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)))) {
      s3.addResponse("GetObject", Map.of("Body", body, "ContentLength", 4));
      Response answer = s3.client().call("GetObject", input);
      assertThat(answer.stream("Body").text()).isEqualTo("text");
      assertThat(answer.get("ContentLength")).isEqualTo(4L);
    }
  }

  @Test
  void responses_withHeaders_haveThem() {
    Response answer =
        session
            .client("dynamodb")
            .responses()
            .response("ListTables", Map.of(), 200, Headers.of(Map.of("x-amzn-RequestId", "r-1")));
    stubber.addResponse("ListTables", answer);
    assertThat(dynamodb.call("ListTables").metadata().requestId()).isEqualTo("r-1");
  }

  @Test
  void deactivated_callsGoThrough() {
    stubber.addResponse("ListTables", Map.of());
    stubber.deactivate();
    Client real = Stubber.of(Sessions.client("dynamodb", recorder)).client();
    assertThatThrownBy(() -> real.call("ListTables")).isInstanceOf(StubResponseException.class);
    assertThatThrownBy(() -> dynamodb.call("ListTables"))
        .isInstanceOf(io.boto4j.error.NoCredentialsException.class);
    stubber.activate();
    assertThat(dynamodb.call("ListTables")).isEmpty();
  }
}
