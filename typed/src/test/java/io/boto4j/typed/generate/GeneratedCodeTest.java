package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.model.ModelLoader;
import io.boto4j.testing.Stubber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Generated types in programs that call services. */
final class GeneratedCodeTest {
  private static final Generator GENERATOR = new Generator(ModelLoader.builtIn());

  private final List<String> bodies = new ArrayList<>();
  private String answer = "";

  private static Map<String, String> types(String service, String... operations) {
    return GENERATOR.generate(
        new Choice(service, List.of(operations), false, "", Programs.PACKAGE));
  }

  private Client client(String service) {
    HttpTransport transport =
        new HttpTransport() {
          @Override
          public HttpResponse send(HttpRequest request) throws IOException {
            try (InputStream in = request.body().open()) {
              bodies.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return HttpResponse.of(
                200,
                Headers.of(Map.of("x-amzn-requestid", "r-1")),
                new ByteArrayInputStream(
                    (request.method().equals("PUT") ? "" : answer)
                        .getBytes(StandardCharsets.UTF_8)));
          }

          @Override
          public void close() {}
        };
    return Programs.session(transport).build().client(service);
  }

  @Test
  void rds_describeAndStart_areCalled() {
    Stubber stubber = Stubber.of(client("rds"));
    stubber.addResponse(
        "DescribeDBInstances",
        Map.of(
            "DBInstances",
            List.of(
                Map.of(
                    "DBInstanceIdentifier",
                    "a",
                    "AllocatedStorage",
                    20,
                    "Endpoint",
                    Map.of("Address", "host", "Port", 5432),
                    "TagList",
                    List.of(Map.of("Key", "k", "Value", "v"))))),
        Map.of("Filters", List.of(Map.of("Name", "engine", "Values", List.of("mysql")))));
    stubber.addResponse(
        "StartDBInstance",
        Map.of("DBInstance", Map.of("DBInstanceStatus", "starting")),
        Map.of("DBInstanceIdentifier", "a"));
    String result =
        Programs.run(
            types("rds", "DescribeDBInstances", "StartDBInstance"),
            stubber.client(),
            "",
            """
            Rds rds = Rds.of(client);
            DescribeDbInstancesRequest some = DescribeDbInstancesRequest.of()
                .filters(Filter.of("engine", List.of("mysql")));
            StringBuilder out = new StringBuilder();
            for (DbInstance db : rds.describeDbInstances(some).dbInstances()) {
              out.append(db.dbInstanceIdentifier()).append(db.endpoint().port())
                  .append(db.allocatedStorage()).append(db.tagList().get(0).value())
                  .append(db.engine()).append(db.dbSecurityGroups());
            }
            StartDbInstanceResponse started =
                rds.startDbInstance(StartDbInstanceRequest.of("a"), o -> o.maxAttempts(1));
            return out + " " + started.dbInstance().dbInstanceStatus();
            """);
    assertThat(result).isEqualTo("a543220vnull[] starting");
    stubber.assertNoPendingResponses();
  }

  @Test
  void lambda_payloadOfAnAnswer_isAStream() {
    answer = "{\"ok\": true}";
    String result =
        Programs.run(
            types("lambda", "Invoke"),
            client("lambda"),
            "",
            """
            try (var payload = Lambda.of(client).invoke(InvokeRequest.of("f")).payload()) {
              return new String(payload.readAllBytes());
            }
            """);
    assertThat(result).isEqualTo(answer);
  }

  @Test
  void iam_policiesOfAnswers_areDocuments() {
    answer =
        "<GetRoleResponse><GetRoleResult><Role><RoleName>r</RoleName><AssumeRolePolicyDocument>"
            + "%7B%22Version%22%3A%222012-10-17%22%7D"
            + "</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>";
    String result =
        Programs.run(
            types("iam", "GetRole"),
            client("iam"),
            "",
            """
            Role role = Iam.of(client).getRole(GetRoleRequest.of("r")).role();
            Object document = role.assumeRolePolicyDocument();
            return role.roleName() + document;
            """);
    assertThat(result).isEqualTo("r{Version=2012-10-17}");
  }

  @Test
  void rds_itemsAndWaiter_goOverAllPages() {
    Stubber stubber = Stubber.of(client("rds"));
    Map<String, ?> first =
        Map.of("DBInstances", List.of(Map.of("DBInstanceIdentifier", "a")), "Marker", "m");
    Map<String, ?> last =
        Map.of(
            "DBInstances",
            List.of(Map.of("DBInstanceIdentifier", "b", "DBInstanceStatus", "available")));
    stubber.addResponse("DescribeDBInstances", first);
    stubber.addResponse("DescribeDBInstances", last);
    stubber.addResponse("DescribeDBInstances", last);
    stubber.addResponse("DescribeDBInstances", last);
    String result =
        Programs.run(
            types("rds", "DescribeDBInstances"),
            stubber.client(),
            "",
            """
            StringBuilder out = new StringBuilder();
            for (DbInstance db : Rds.of(client).describeDbInstancesItems()) {
              out.append(db.dbInstanceIdentifier());
            }
            Rds.of(client).awaitDbInstanceAvailable(DescribeDbInstancesRequest.of());
            try {
              Rds.of(client).awaitDbInstanceDeleted(
                  DescribeDbInstancesRequest.of(), waiter -> waiter.maxAttempts(1));
            } catch (io.boto4j.error.WaiterException e) {
              out.append(e.getMessage());
            }
            return out.toString();
            """);
    assertThat(result).startsWith("ab").contains("DBInstanceDeleted", "Max attempts exceeded");
    stubber.assertNoPendingResponses();
  }

  @Test
  void client_ofAnotherService_isRejected() {
    assertThatThrownBy(
            () ->
                Programs.run(
                    types("rds", "StartDBInstance"),
                    client("s3"),
                    "",
                    "return Rds.of(client).toString();"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rds needs a client of rds, not of s3");
  }

  @Test
  void requiredMember_thatIsMissing_isReportedByTheEngine() {
    assertThatThrownBy(
            () ->
                Programs.run(
                    types("rds", "StartDBInstance"),
                    client("rds"),
                    "",
                    "return Rds.of(client).startDbInstance("
                        + "new StartDbInstanceRequest(Map.of())).toString();"))
        .hasMessageContaining("DBInstanceIdentifier");
  }

  @Test
  void dynamodb_recursiveValues_areSentAndRead() {
    answer =
        "{\"Item\": {\"id\": {\"S\": \"1\"}, \"l\": {\"L\": [{\"N\": \"2\"}, {\"M\": {\"x\":"
            + " {\"BOOL\": true}}}]}, \"n\": {\"NS\": [\"1\", \"2\"]}}}";
    String result =
        Programs.run(
            types("dynamodb", "GetItem", "PutItem"),
            client("dynamodb"),
            "",
            """
            DynamoDb db = DynamoDb.of(client);
            AttributeValue list = AttributeValue.of()
                .l(AttributeValue.of().s("a"), AttributeValue.of().m(Map.of("k", AttributeValue.of().n("1"))));
            db.putItem(PutItemRequest.of("tab", Map.of("v", list)).returnValues(ReturnValue.ALL_OLD));
            Map<String, AttributeValue> item =
                db.getItem(GetItemRequest.of("tab", Map.of("id", AttributeValue.of().s("1")))).item();
            db.putItem(PutItemRequest.of("tab", item).returnValues("FUTURE"));
            return item.get("l").l().get(0).n() + item.get("l").l().get(1).m().get("x").bool()
                + item.get("n").ns() + list.l().get(1).m().get("k").n()
                + item.get("id").s("2").s() + item.get("id").s();
            """);
    assertThat(result).isEqualTo("2true[1, 2]121");
    assertThat(bodies.get(0).replace(" ", ""))
        .contains("\"Item\":{\"v\":{\"L\":[{\"S\":\"a\"},{\"M\":{\"k\":{\"N\":\"1\"}}}]}}")
        .contains("\"ReturnValues\":\"ALL_OLD\"");
    assertThat(bodies.get(2).replace(" ", ""))
        .as("values of a response, and one that the model lacks, can be sent")
        .contains("\"id\":{\"S\":\"1\"}")
        .contains("\"ReturnValues\":\"FUTURE\"");
  }

  @Test
  void dynamodb_itemsOfScan_areTypedMaps() {
    answer = "{\"Items\": [{\"id\": {\"S\": \"1\"}}, {\"id\": {\"S\": \"2\"}}]}";
    String result =
        Programs.run(
            types("dynamodb", "Scan", "ListTables"),
            client("dynamodb"),
            "",
            """
            StringBuilder out = new StringBuilder();
            for (Map<String, AttributeValue> item
                : DynamoDb.of(client).scanItems(ScanRequest.of("tab"))) {
              out.append(item.get("id").s());
            }
            Items<String> tables = DynamoDb.of(client).listTablesItems();
            return out + tables.toString();
            """);
    assertThat(result).isEqualTo("12Items[ListTables]");
  }

  @Test
  void s3_streams_areSentAndRead() {
    answer = "hello";
    String result =
        Programs.run(
            types("s3", "GetObject", "PutObject"),
            client("s3"),
            "",
            """
            S3 s3 = S3.of(client);
            s3.putObject(PutObjectRequest.of("bucket", "key").body("text")
                .metadata(Map.of("a", "b")).storageClass(StorageClass.STANDARD_IA));
            try (ResponseStream body = s3.getObject(GetObjectRequest.of("bucket", "key")).body()) {
              return body.text();
            }
            """);
    assertThat(result).isEqualTo("hello");
    assertThat(bodies.get(0)).contains("text");
  }

  @Test
  void s3_eventStream_isReadWithItsType() {
    assertThat(
            Programs.run(
                types("s3", "SelectObjectContent"),
                client("s3"),
                "",
                """
                Structure event =
                    Structures.of(Map.of("Records", Map.of("Payload", new byte[] {1, 2})));
                EventStream events = new SelectObjectContentResponse(
                    Map.of("Payload", EventStream.of(List.of(event).iterator(), () -> {}))).payload();
                int length = 0;
                for (Structure each : events) {
                  length += new SelectObjectContentEventStream(each).records().payload().length;
                }
                return "" + length;
                """))
        .isEqualTo("2");
  }

  @Test
  void ec2_runInstances_isCalled() {
    answer =
        "<RunInstancesResponse><instancesSet><item><instanceId>i-1</instanceId>"
            + "<instanceType>t9.mega</instanceType></item></instancesSet></RunInstancesResponse>";
    String result =
        Programs.run(
            types("ec2", "RunInstances"),
            client("ec2"),
            "",
            """
            Instance made = Ec2.of(client).runInstances(RunInstancesRequest.of(1, 1)
                .imageId("ami-1").instanceType(InstanceType.T3_MICRO).securityGroupIds("sg-1", "sg-2"))
                .instances().get(0);
            return made.instanceId() + made.instanceType() + made.instanceType().isKnown()
                + InstanceType.of("t3.micro").equals(InstanceType.T3_MICRO)
                + InstanceType.T3_MICRO.isKnown();
            """);
    assertThat(result).isEqualTo("i-1t9.megafalsetruetrue");
    assertThat(bodies.get(0)).contains("InstanceType=t3.micro").contains("SecurityGroupId.2=sg-2");
  }

  @Test
  void async_completesWithTypedResponse_orTheFailure() {
    answer = "{\"TableNames\": [\"a\"]}";
    String result =
        Programs.run(
            types("dynamodb", "ListTables", "DescribeTable"),
            client("dynamodb"),
            "import java.util.concurrent.*;",
            """
            DynamoDb db = DynamoDb.of(client);
            ListTablesResponse tables = db.listTablesAsync().get();
            String failure;
            try {
              failure = db.describeTableAsync(new DescribeTableRequest(Map.of())).get().toString();
            } catch (ExecutionException e) {
              failure = e.getCause().getClass().getSimpleName();
            }
            return tables.tableNames() + tables.responseMetadata().requestId() + failure;
            """);
    assertThat(result).isEqualTo("[a]r-1ParamValidationException");
  }

  @Test
  void async_cancelled_cancelsTheCall() {
    assertThat(
            Programs.run(
                types("dynamodb", "ListTables"),
                blocking(),
                "import java.util.concurrent.*;",
                """
                CompletableFuture<ListTablesResponse> later = DynamoDb.of(client).listTablesAsync();
                boolean cancelled = later.cancel(true);
                return cancelled + " " + later.isCancelled();
                """))
        .isEqualTo("true true");
  }

  /** A client whose calls never begin, because its executor only keeps them. */
  private static Client blocking() {
    HttpTransport none =
        new HttpTransport() {
          @Override
          public HttpResponse send(HttpRequest request) {
            throw new AssertionError("sent");
          }

          @Override
          public void close() {}
        };
    return Programs.session(none).executor(task -> {}).build().client("dynamodb");
  }

  @Test
  void interface_implementedForATest_needsOnlyWhatIsCalled() {
    assertThat(
            Programs.run(
                types("rds", "StartDBInstance", "DescribeDBInstances"),
                client("rds"),
                "",
                """
                Rds fake = new Rds() {
                  @Override
                  public StartDbInstanceResponse startDbInstance(StartDbInstanceRequest request) {
                    return new StartDbInstanceResponse(Map.of("DBInstance",
                        Map.of("DBInstanceIdentifier", request.dbInstanceIdentifier())));
                  }
                };
                String started = fake.startDbInstance(StartDbInstanceRequest.of("a"))
                    .dbInstance().dbInstanceIdentifier();
                try {
                  return started + fake.describeDbInstances();
                } catch (UnsupportedOperationException e) {
                  return started + " " + e.getMessage();
                }
                """))
        .isEqualTo("a describeDbInstances");
  }

  @Test
  void secrets_areNotInTheText() {
    String result =
        Programs.run(
            types("rds", "ModifyDBInstance"),
            client("rds"),
            "",
            """
            return ModifyDbInstanceRequest.of("a").masterUserPassword("hunter2") + "";
            """);
    assertThat(result).contains("MasterUserPassword").doesNotContain("hunter2");
  }
}
