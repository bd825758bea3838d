package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import io.boto4j.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.node.Node;

/**
 * The suites of DynamoDB and SQS, run on models from Smithy: the comparison with botocore, which
 * reads the converted models too, and programs against the services of boto4j-local. Without
 * python3 and botocore nothing is compared with them.
 */
final class SmithySuitesTest {
  private static final RecordingTransport TRANSPORT = new RecordingTransport();

  @TempDir static Path models;
  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    PublishedModels.writeAll(models);
  }

  @TestFactory
  List<DynamicTest> oracle() throws IOException, InterruptedException {
    String missing = Oracle.missing();
    if (missing != null) {
      System.out.println("oracle from Smithy: SKIPPED, nothing is compared, for " + missing);
      return List.of();
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (PublishedModels each : PublishedModels.values()) {
      tests.add(dynamicTest("oracle / " + each.service(), () -> compare(each)));
    }
    return tests;
  }

  private static void compare(PublishedModels model) throws IOException {
    Client client =
        Session.builder()
            .environment(Map.of("AWS_MAX_ATTEMPTS", "1"))
            .home(folder)
            .dataPath(models)
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret", "TOKEN/+="))
            .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
            .uuids(() -> new UUID(0, 1))
            .transport(TRANSPORT)
            .build()
            .client(model.service(), c -> c.endpointUrl(Oracle.endpoint(model.service())));
    KnownDifferences known = KnownDifferences.read();
    OracleCheck check = new OracleCheck(client, TRANSPORT);
    List<OracleCase> cases = OracleCases.of(client);
    List<String> unknown = new ArrayList<>();
    try (Oracle oracle =
        Oracle.start(
            Path.of(System.getProperty("boto4j.oracle.script")), models.toString(), folder)) {
      List<Node> theirs = oracle.ask(client, cases);
      assertThat(theirs).hasSameSizeAs(cases);
      for (int i = 0; i < cases.size(); i++) {
        OracleCase call = cases.get(i);
        Map<?, ?> said = (Map<?, ?>) Objects.requireNonNull(OracleValues.decode(theirs.get(i)));
        check
            .differences(call, said)
            .forEach(
                (part, how) -> {
                  if (known.reason(client, call, part) == null) {
                    unknown.add(call.operation().name() + " / " + call.kind() + " / " + part + how);
                  }
                });
      }
    }
    System.out.println(model + " from Smithy: " + cases.size() + " calls compared with botocore");
    assertThat(cases).hasSizeGreaterThan(200);
    assertThat(unknown).isEmpty();
  }

  private static void local(Consumer<Session> program) {
    try (LocalAws aws = LocalAws.builder().dataPath(models).start()) {
      program.accept(aws.sessionBuilder().dataPath(models).build());
    }
  }

  @Test
  void dynamodb_program_works() {
    local(
        session -> {
          Client dynamodb = session.client("dynamodb");
          assertThat(dynamodb.operations()).contains("SearchVectors");
          dynamodb.call(
              "CreateTable",
              Map.of(
                  "TableName",
                  "Music",
                  "BillingMode",
                  "PAY_PER_REQUEST",
                  "KeySchema",
                  List.of(Map.of("AttributeName", "Artist", "KeyType", "HASH")),
                  "AttributeDefinitions",
                  List.of(Map.of("AttributeName", "Artist", "AttributeType", "S"))));
          dynamodb.waiter("TableExists").await(Map.of("TableName", "Music"));
          for (String artist : List.of("A", "B", "C")) {
            dynamodb.call(
                "PutItem",
                Map.of(
                    "TableName",
                    "Music",
                    "Item",
                    Map.of("Artist", Map.of("S", artist), "Year", Map.of("N", "1999"))));
          }
          List<Object> artists = new ArrayList<>();
          for (Structure page :
              dynamodb.paginator("Scan").pages(Map.of("TableName", "Music", "Limit", 1))) {
            artists.addAll((List<?>) page.get("Items"));
          }
          assertThat(artists).hasSize(3);
          Resource table = session.resource("dynamodb").resource("Table", "Music");
          assertThat(table.exists()).isTrue();
          assertThatThrownBy(() -> dynamodb.call("DescribeTable", Map.of("TableName", "Books")))
              .isInstanceOfSatisfying(
                  ServiceException.class,
                  e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"));
        });
  }

  @Test
  void sqs_program_works() {
    local(
        session -> {
          Client sqs = session.client("sqs");
          Object url = sqs.call("CreateQueue", Map.of("QueueName", "jobs")).get("QueueUrl");
          sqs.call("SendMessage", Map.of("QueueUrl", url, "MessageBody", "hello"));
          List<?> messages =
              (List<?>) sqs.call("ReceiveMessage", Map.of("QueueUrl", url)).get("Messages");
          assertThat(messages).hasSize(1);
          for (Structure page : sqs.paginator("ListQueues").pages(Map.of())) {
            assertThat((List<?>) page.get("QueueUrls")).hasSize(1);
          }
          Resource queue = session.resource("sqs").resource("Queue", url);
          assertThat(queue.load().data()).isNotNull();
          assertThatThrownBy(
                  () ->
                      sqs.call(
                          "SendMessage",
                          Map.of("QueueUrl", url + "-other", "MessageBody", "hello")))
              .isInstanceOfSatisfying(
                  ServiceException.class,
                  e -> assertThat(e.code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
        });
  }
}
