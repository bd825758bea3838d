package io.boto4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalAwsTest {
  @Test
  void session_inProcess_callsEnginesWithoutAPort() {
    try (LocalAws aws = LocalAws.start();
        Client sts = aws.session().client("sts")) {
      assertThat(sts.call("GetCallerIdentity").text("Account")).isEqualTo(LocalAws.ACCOUNT);
      assertThat(aws).hasToString("LocalAws[in process]");
    }
  }

  @Test
  void worlds_ofAccountsAndRegions_areSeparate() {
    try (LocalAws aws = LocalAws.start()) {
      Session other = aws.session(Credentials.of("111122223333", "secret"));
      queue(aws.session(), "mine");
      queue(aws.session("eu-west-1"), "european");
      queue(other, "theirs");

      assertThat(queues(aws.session())).singleElement().asString().endsWith("/mine");
      assertThat(queues(aws.session("eu-west-1"))).singleElement().asString().endsWith("european");
      assertThat(queues(other)).singleElement().asString().endsWith("/111122223333/theirs");
    }
  }

  private static void queue(Session session, String name) {
    try (Client sqs = session.client("sqs")) {
      sqs.call("CreateQueue", Map.of("QueueName", name));
    }
  }

  private static List<String> queues(Session session) {
    try (Client sqs = session.client("sqs")) {
      return sqs.call("ListQueues").texts("QueueUrls");
    }
  }

  @Test
  void call_ofAServiceThatIsNotEmulated_saysHowToAnswerIt() {
    try (LocalAws aws = LocalAws.start();
        Client polly = aws.session().client("polly")) {
      assertThatThrownBy(() -> polly.call("ListLexicons"))
          .hasMessageContaining("boto4j-local does not emulate polly:ListLexicons")
          .hasMessageContaining("on(\"polly\", \"ListLexicons\", …)");
    }
  }

  @Test
  void on_ownHandler_answersAndReceivesTheInput() {
    List<String> sources = new ArrayList<>();
    try (LocalAws aws =
            LocalAws.builder()
                .on(
                    "ses",
                    "SendEmail",
                    call -> {
                      sources.add(call.input().text("Source"));
                      return Map.of("MessageId", "1");
                    })
                .start();
        Client ses = aws.session().client("ses")) {
      Structure sent =
          ses.call(
              "SendEmail",
              Map.of(
                  "Source", "a@example.com",
                  "Destination", Map.of("ToAddresses", List.of("b@example.com")),
                  "Message",
                      Map.of(
                          "Subject", Map.of("Data", "s"),
                          "Body", Map.of("Text", Map.of("Data", "t")))));
      assertThat(sent.text("MessageId")).isEqualTo("1");
      assertThat(sources).containsExactly("a@example.com");
    }
  }

  @Test
  void on_unknownOperation_isRefusedAtStart() {
    LocalAws.Builder builder = LocalAws.builder().on("ses", "SendMail", call -> Map.of());
    assertThatThrownBy(builder::start).hasMessageContaining("SendMail");
  }

  @Test
  void services_unknown_isRefusedAtStart() {
    LocalAws.Builder builder = LocalAws.builder().services("dynamodb", "s4");
    assertThatThrownBy(builder::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not emulate the service s4; it emulates [")
        .hasMessageContaining("sqs");
  }

  @Test
  void services_chosen_othersAreNotEmulated() {
    try (LocalAws aws = LocalAws.builder().services("sqs").start();
        Client sns = aws.session().client("sns")) {
      queue(aws.session(), "q");
      assertThatThrownBy(() -> sns.call("ListTopics")).hasMessageContaining("does not emulate");
    }
  }

  @Test
  void faults_throttle_isRetriedAndJournalHasEveryAttempt() {
    try (LocalAws aws = LocalAws.start();
        Client sqs = aws.sessionBuilder().sleeper(pause -> {}).build().client("sqs")) {
      aws.faults().fail("sqs", 1, 2);

      sqs.call("ListQueues");

      aws.journal().assertCalls("sqs", "ListQueues", 3);
      aws.journal().assertCalled("sqs", "ListQueues");
      aws.journal().assertNotCalled("sqs", "DeleteQueue");
      assertThatThrownBy(() -> aws.journal().assertCalled("sqs", "SendMessage"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("sqs:SendMessage was not called; received:\n  sqs:ListQueues 3");
      assertThatThrownBy(() -> aws.journal().assertCalls("sqs", "ListQueues", 1))
          .hasMessageStartingWith("sqs:ListQueues was called 3 times, not once");
    }
  }

  @Test
  void faults_drop_isAConnectionErrorThroughBothDoors() {
    try (LocalAws aws = LocalAws.start()) {
      aws.faults().drop("sqs", 1);
      Session remote =
          Session.builder()
              .environment(Map.of())
              .home(Path.of("no-such-home"))
              .region("us-east-1")
              .credentials(Credentials.of("AKIALOCAL", "secret"))
              .sleeper(pause -> {})
              .build();
      try (Client inProcess = aws.sessionBuilder().sleeper(pause -> {}).build().client("sqs");
          Client overSocket = remote.client("sqs", c -> c.endpointUrl(aws.endpoint()))) {
        assertThatThrownBy(() -> inProcess.call("ListQueues"))
            .isInstanceOf(Boto4jException.class)
            .isNotInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> overSocket.call("ListQueues"))
            .isInstanceOf(Boto4jException.class)
            .isNotInstanceOf(ServiceException.class);
        aws.faults().clear();
        assertThat(overSocket.call("ListQueues").texts("QueueUrls")).isEmpty();
      }
    }
  }

  @Test
  void faults_probabilityOutsideItsRange_isRefused() {
    try (LocalAws aws = LocalAws.start()) {
      assertThatThrownBy(() -> aws.faults().throttle("sqs", 30))
          .hasMessage("A probability is 0 to 1, not 30.0");
    }
  }

  @Test
  void restore_snapshot_bringsBackWhatWasThere() {
    try (LocalAws aws = LocalAws.start()) {
      queue(aws.session(), "before");
      LocalAws.Snapshot snapshot = aws.snapshot();
      queue(aws.session(), "after");
      queue(aws.session("eu-west-1"), "elsewhere");
      try (Client sqs = aws.session().client("sqs")) {
        String before = sqs.call("GetQueueUrl", Map.of("QueueName", "before")).text("QueueUrl");
        sqs.call("DeleteQueue", Map.of("QueueUrl", before));
      }

      aws.restore(snapshot);

      assertThat(queues(aws.session())).singleElement().asString().endsWith("/before");
      assertThat(queues(aws.session("eu-west-1"))).isEmpty();
    }
  }

  @Test
  void tls_withItsCertificate_isTrusted(@TempDir Path folder) throws Exception {
    try (LocalAws aws = LocalAws.builder().tls(true).start()) {
      Path certificate = Files.writeString(folder.resolve("ca.pem"), aws.certificate());
      Session session =
          Session.builder()
              .environment(Map.of())
              .home(Path.of("no-such-home"))
              .region("us-east-1")
              .credentials(Credentials.of("AKIALOCAL", "secret"))
              .build();
      try (Client sts =
          session.client("sts", c -> c.endpointUrl(aws.endpoint()).caBundle(certificate))) {
        assertThat(sts.endpointUrl().getScheme()).isEqualTo("https");
        assertThat(sts.call("GetCallerIdentity").text("Account")).isEqualTo(LocalAws.ACCOUNT);
      }
    }
  }

  @Test
  void reset_overHttp_removesAllState(@TempDir Path data) throws Exception {
    try (LocalAws aws = LocalAws.builder().data(data).start()) {
      queue(aws.session(), "before");
    }
    try (LocalAws aws = LocalAws.builder().data(data).start()) {
      queue(aws.session("eu-west-1"), "after");
      HttpRequest reset =
          HttpRequest.newBuilder(aws.endpoint().resolve("/_boto4j/reset"))
              .POST(BodyPublishers.noBody())
              .build();

      assertThat(HttpClient.newHttpClient().send(reset, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);

      assertThat(queues(aws.session())).isEmpty();
      assertThat(queues(aws.session("eu-west-1"))).isEmpty();
      queue(aws.session(), "new");
      assertThat(queues(aws.session())).hasSize(1);
    }
  }

  @Test
  void restore_mapsOpenedAfterTheSnapshot_comeBackAsTheyWereInTheFile(@TempDir Path data) {
    try (LocalAws aws = LocalAws.builder().data(data).start()) {
      queue(aws.session(), "before");
    }
    try (LocalAws aws = LocalAws.builder().data(data).start()) {
      LocalAws.Snapshot snapshot = aws.snapshot();
      queue(aws.session(), "after");
      aws.restore(snapshot);
      assertThat(queues(aws.session())).singleElement().asString().endsWith("/before");
    }
  }

  @Test
  void seed_folder_makesItsCallsByFileName(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("2.json"),
        """
        [{"service": "sqs", "operation": "SendMessage", "input": {
            "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
            "MessageBody": "one"}},
         {"service": "sqs", "region": "eu-west-1", "operation": "CreateQueue",
          "input": {"QueueName": "european"}}]
        """);
    Files.writeString(
        folder.resolve("1.json"),
        """
        [{"service": "sqs", "operation": "CreateQueue", "input": {"QueueName": "orders"}}]
        """);
    try (LocalAws aws = LocalAws.builder().seed(folder).start()) {
      assertThat(queues(aws.session())).singleElement().asString().endsWith("/orders");
      assertThat(queues(aws.session("eu-west-1"))).singleElement().asString().endsWith("european");
    }
  }

  @Test
  void seed_wrongCall_saysWhichOfWhichFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("seed.json");
    LocalAws.Builder builder = LocalAws.builder().seed(file);

    Files.writeString(file, "[{\"service\": \"sqs\", \"operation\": \"CreateQueue\"}]");
    assertThatThrownBy(builder::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(file + ", call 1 failed: ")
        .hasMessageContaining("QueueName");
    Files.writeString(file, "[{\"service\": \"sqs\"}]");
    assertThatThrownBy(builder::start)
        .hasMessage(file + ", call 1 needs a service and an operation");
    Files.writeString(file, "{}");
    assertThatThrownBy(builder::start).hasMessageContaining("is not a list of calls");
    Files.writeString(file, "[");
    assertThatThrownBy(builder::start).hasMessageStartingWith(file + " is not JSON: ");
  }

  @Test
  void clock_advanced_movesTheSessionsToo() {
    try (LocalAws aws = LocalAws.start();
        Client sqs = aws.session().client("sqs")) {
      aws.clock().advance(Duration.ofDays(400));
      // A client whose clock stood still would sign with a time that is refused.
      assertThat(sqs.call("ListQueues").metadata().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void enforceIam_userWithoutPolicy_isRefusedWithAwssSentence() {
    try (LocalAws aws = LocalAws.builder().enforceIam(true).start();
        Client iam = aws.session().client("iam")) {
      iam.call("CreateUser", Map.of("UserName", "reader"));
      Structure key =
          iam.call("CreateAccessKey", Map.of("UserName", "reader")).structure("AccessKey");
      Credentials reader = Credentials.of(key.text("AccessKeyId"), key.text("SecretAccessKey"));
      try (Client dynamodb = aws.session(reader).client("dynamodb");
          Client sts = aws.session(reader).client("sts")) {
        ServiceException refused =
            catchThrowableOfType(
                ServiceException.class,
                () -> dynamodb.call("DescribeTable", Map.of("TableName", "auth-users")));
        assertThat(refused.code()).isEqualTo("AccessDeniedException");
        assertThat(refused.message())
            .isEqualTo(
                "User: arn:aws:iam::123456789012:user/reader is not authorized to perform:"
                    + " dynamodb:DescribeTable on resource:"
                    + " arn:aws:dynamodb:us-east-1:123456789012:table/auth-users because no"
                    + " identity-based policy allows the dynamodb:DescribeTable action");
        assertThat(sts.call("GetCallerIdentity").text("Arn")).endsWith(":user/reader");

        iam.call(
            "PutUserPolicy",
            Map.of(
                "UserName", "reader",
                "PolicyName", "read",
                "PolicyDocument",
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"dynamodb:List*\",\"Resource\":\"*\"}}"));
        assertThat(dynamodb.call("ListTables").texts("TableNames")).isEmpty();
      }
    }
  }

  @Test
  void start_hundredWorldsInOneProcess_allAnswer() {
    List<LocalAws> all = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        LocalAws aws = LocalAws.start();
        all.add(aws);
        queue(aws.session(), "q" + i);
      }
      for (int i = 0; i < 100; i++) {
        assertThat(queues(all.get(i).session())).singleElement().asString().endsWith("/q" + i);
      }
    } finally {
      all.forEach(LocalAws::close);
    }
  }

  @Test
  void stateDelay_set_isThatOfDatabasesAndInstances() {
    try (LocalAws aws = LocalAws.builder().stateDelay(Duration.ofMinutes(1)).start()) {
      Client rds = aws.session().client("rds");
      Response created =
          rds.call(
              "CreateDBInstance",
              Params.of(
                  "DBInstanceIdentifier",
                  "slow",
                  "DBInstanceClass",
                  "db.t3.micro",
                  "Engine",
                  "mysql",
                  "AllocatedStorage",
                  20,
                  "MasterUsername",
                  "root",
                  "MasterUserPassword",
                  "long-password"));
      assertThat(created.text("DBInstance", "DBInstanceStatus")).isEqualTo("creating");
      assertThat(status(rds)).isEqualTo("creating");

      aws.clock().advance(Duration.ofMinutes(1));
      assertThat(status(rds)).isEqualTo("backing-up");
      aws.clock().advance(Duration.ofMinutes(1));
      assertThat(status(rds)).isEqualTo("available");
    }
    assertThatThrownBy(() -> LocalAws.builder().stateDelay(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String status(Client rds) {
    return rds.call("DescribeDBInstances").search("DBInstances[0].DBInstanceStatus", String.class);
  }
}
