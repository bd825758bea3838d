package io.boto4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpDoorTest {
  private final LocalAws aws = LocalAws.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    aws.close();
  }

  private Client client(String service, String region, String host, Credentials credentials) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region(region)
        .credentials(credentials)
        .build()
        .client(
            service,
            config -> config.endpointUrl(aws.endpoint().toString().replace("127.0.0.1", host)));
  }

  private Client client(String service) {
    return client(service, "us-east-1", "127.0.0.1", Credentials.of("AKIDEXAMPLE", "secret"));
  }

  private HttpResponse<String> get(String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(aws.endpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void queueUrl_hasTheHostThatTheClientUsed() {
    try (Client sqs = client("sqs");
        Client other =
            client("sqs", "us-east-1", "localhost", Credentials.of("AKIDEXAMPLE", "secret"))) {
      String url = sqs.call("CreateQueue", Params.of("QueueName", "q")).text("QueueUrl");
      assertThat(url).isEqualTo(aws.endpoint() + "/123456789012/q");
      assertThat(other.call("GetQueueUrl", Params.of("QueueName", "q")).text("QueueUrl"))
          .isEqualTo(url.replace("127.0.0.1", "localhost"));
      assertThat(other.call("ListQueues").texts("QueueUrls"))
          .containsExactly(url.replace("127.0.0.1", "localhost"));
    }
    try (Client sqs = aws.session().client("sqs")) {
      assertThat(sqs.call("GetQueueUrl", Params.of("QueueName", "q")).text("QueueUrl"))
          .isEqualTo("https://sqs.us-east-1.amazonaws.com/123456789012/q");
    }
  }

  @Test
  void errorsOfQueues_haveTheCodesOfTheQueryProtocol() throws Exception {
    HttpResponse<String> json =
        http.send(
            HttpRequest.newBuilder(aws.endpoint())
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.GetQueueUrl")
                .POST(HttpRequest.BodyPublishers.ofString("{\"QueueName\":\"none\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.headers().firstValue("x-amzn-query-error"))
        .hasValue("AWS.SimpleQueueService.NonExistentQueue;Sender");
    assertThat(json.body()).contains("#QueueDoesNotExist\"");

    HttpResponse<String> query = form("Action=GetQueueUrl&QueueName=none&Version=2012-11-05");
    assertThat(query.statusCode()).isEqualTo(400);
    assertThat(query.body()).contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
  }

  @Test
  void queueInTheQueryProtocol_hasTheNamesOfThatProtocol() throws Exception {
    String created =
        form("Action=CreateQueue&QueueName=q&Version=2012-11-05&Attribute.1.Name=DelaySeconds"
                + "&Attribute.1.Value=0&Tag.1.Key=k&Tag.1.Value=v")
            .body();
    assertThat(created)
        .contains("xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"")
        .contains(
            "<CreateQueueResult><QueueUrl>"
                + aws.endpoint()
                + "/123456789012/q</QueueUrl></CreateQueueResult>");
    String url = "&QueueUrl=" + aws.endpoint() + "/123456789012/q";
    assertThat(form("Action=ListQueueTags" + url).body())
        .contains("<Tag><Key>k</Key><Value>v</Value></Tag>");
    assertThat(
            form("Action=SendMessageBatch"
                    + url
                    + "&SendMessageBatchRequestEntry.1.Id=a"
                    + "&SendMessageBatchRequestEntry.1.MessageBody=one+%26+two"
                    + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=n"
                    + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=String"
                    + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue=x")
                .body())
        .contains("<SendMessageBatchResultEntry><Id>a</Id>");
    assertThat(
            get(aws.endpoint()
                    + "/123456789012/q?Action=ReceiveMessage"
                    + "&AttributeName.1=ApproximateReceiveCount&MessageAttributeName.1=All")
                .body())
        .contains("<Body>one &amp; two</Body>")
        .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>")
        .contains("<MessageAttribute><Name>n</Name><Value>")
        .contains("<StringValue>x</StringValue>");
  }

  @Test
  void notification_canBeConfirmedVerifiedAndEndedByItsLinks() throws Exception {
    BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try (Client sns =
        client("sns", "eu-west-1", "127.0.0.1", Credentials.of("AKIDEXAMPLE", "secret"))) {
      String topic = sns.call("CreateTopic", Params.of("Name", "t")).text("TopicArn");
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
      sns.call("Subscribe", Params.of("TopicArn", topic, "Protocol", "http", "Endpoint", url));
      Structure confirmation = next(bodies);
      HttpResponse<String> confirmed = get(String.valueOf(confirmation.text("SubscribeURL")));
      assertThat(confirmed.statusCode()).isEqualTo(200);
      assertThat(confirmed.body()).contains("<SubscriptionArn>" + topic + ":");

      sns.call("Publish", Params.of("TopicArn", topic, "Message", "hello"));
      Structure notification = next(bodies);
      assertThat(verifies(notification)).isTrue();

      assertThat(get(String.valueOf(notification.text("UnsubscribeURL"))).statusCode())
          .isEqualTo(200);
      assertThat(sns.call("ListSubscriptions").structures("Subscriptions")).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  private static Structure next(BlockingQueue<String> bodies) throws InterruptedException {
    String body = Objects.requireNonNull(bodies.poll(10, TimeUnit.SECONDS));
    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    Map<String, ?> document = (Map<String, ?>) Json.read(body);
    return Structures.of(document);
  }

  private boolean verifies(Structure notification) throws Exception {
    String pem = get(String.valueOf(notification.text("SigningCertURL"))).body();
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    StringBuilder text = new StringBuilder();
    for (String name : List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type")) {
      text.append(name).append('\n').append(notification.text(name)).append('\n');
    }
    Signature signature = Signature.getInstance("SHA1withRSA");
    signature.initVerify(certificate);
    signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return signature.verify(Base64.getDecoder().decode(notification.text("Signature")));
  }

  @Test
  void accessKey_ofAUserOrSession_isItsIdentityInItsPartition() {
    Credentials root = Credentials.of("AKIDEXAMPLE", "secret");
    try (Client iam = client("iam", "cn-north-1", "127.0.0.1", root);
        Client sts = client("sts", "cn-north-1", "127.0.0.1", root)) {
      assertThat(sts.call("GetCallerIdentity").text("Arn"))
          .isEqualTo("arn:aws-cn:iam::123456789012:root");
      iam.call("CreateUser", Params.of("UserName", "u"));
      Structure key = iam.call("CreateAccessKey", Params.of("UserName", "u"));
      Credentials user =
          Credentials.of(
              key.text("AccessKey", "AccessKeyId"), key.text("AccessKey", "SecretAccessKey"));
      try (Client own = client("sts", "cn-north-1", "127.0.0.1", user)) {
        assertThat(own.call("GetCallerIdentity").text("Arn"))
            .isEqualTo("arn:aws-cn:iam::123456789012:user/u");
      }
      assertThat(
              iam.call("GetAccessKeyLastUsed", Params.of("AccessKeyId", user.accessKeyId()))
                  .text("AccessKeyLastUsed", "ServiceName"))
          .isEqualTo("sts");
    }
  }

  @Test
  void credentialReport_hasTheOlderKeyFirst() {
    try (Client iam = client("iam")) {
      iam.call("CreateUser", Params.of("UserName", "u"));
      for (int i = 0; i < 6; i++) {
        String first = key(iam);
        iam.call(
            "UpdateAccessKey",
            Params.of("UserName", "u", "AccessKeyId", first, "Status", "Inactive"));
        String second = key(iam);
        assertThat(
                iam.call("ListAccessKeys", Params.of("UserName", "u"))
                    .structures("AccessKeyMetadata"))
            .extracting(key -> key.text("AccessKeyId"))
            .containsExactly(first, second);
        iam.call("DeleteAccessKey", Params.of("UserName", "u", "AccessKeyId", first));
        iam.call("DeleteAccessKey", Params.of("UserName", "u", "AccessKeyId", second));
      }
    }
  }

  private static String key(Client iam) {
    return String.valueOf(
        iam.call("CreateAccessKey", Params.of("UserName", "u")).text("AccessKey", "AccessKeyId"));
  }

  @Test
  void textsInLists_thatAreTooLong_areReportedAsAwsDoes() {
    try (Client ssm = client("ssm")) {
      ssm.call("PutParameter", Params.of("Name", "p", "Value", "v", "Type", "String"));
      String label = "a".repeat(101);
      assertThatThrownBy(
              () ->
                  ssm.call(
                      "LabelParameterVersion", Params.of("Name", "p", "Labels", List.of(label))))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining(
              "1 validation error detected: Value '["
                  + label
                  + "]' at 'labels' failed to satisfy constraint: Member must satisfy constraint:"
                  + " [Member must have length less than or equal to 100, Member must have length"
                  + " greater than or equal to 1]");
    }
  }

  @Test
  void valuesThatAreBinaryOrMaps_areLeftOutOfMessages() {
    try (Client kms = client("kms");
        Client dynamodb = client("dynamodb")) {
      Params bytes = Params.of("KeyId", "alias/a", "Plaintext", new byte[4097]);
      assertThatThrownBy(() -> kms.call("Encrypt", bytes))
          .hasMessageContaining(
              "1 validation error detected: Value at 'plaintext' failed to satisfy constraint:"
                  + " Member must have length less than or equal to 4096");
      List<Map<String, ?>> keys = Collections.nCopies(101, Map.of("id", Map.of("S", "a")));
      Params items = Params.of("RequestItems", Map.of("users", Map.of("Keys", keys)));
      assertThatThrownBy(() -> dynamodb.call("BatchGetItem", items))
          .hasMessageContaining(
              "1 validation error detected: Value at 'requestItems.users.member.keys' failed to"
                  + " satisfy constraint: Member must have length less than or equal to 100");
    }
  }

  @Test
  void answers_ofBackupsAndConnections_fitTheModel() {
    try (Client dynamodb = client("dynamodb");
        Client events = client("events")) {
      dynamodb.call(
          "CreateTable",
          Params.of(
              "TableName", "table",
              "KeySchema", List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
              "AttributeDefinitions",
                  List.of(
                      Map.of("AttributeName", "id", "AttributeType", "S"),
                      Map.of("AttributeName", "other", "AttributeType", "S")),
              "GlobalSecondaryIndexes",
                  List.of(
                      Map.of(
                          "IndexName", "idx",
                          "KeySchema", List.of(Map.of("AttributeName", "other", "KeyType", "HASH")),
                          "Projection", Map.of("ProjectionType", "ALL"),
                          "ProvisionedThroughput",
                              Map.of("ReadCapacityUnits", 1, "WriteCapacityUnits", 1))),
              "ProvisionedThroughput", Map.of("ReadCapacityUnits", 5, "WriteCapacityUnits", 4)));
      String arn =
          dynamodb
              .call("CreateBackup", Params.of("TableName", "table", "BackupName", "once"))
              .text("BackupDetails", "BackupArn");
      Structure backup =
          Objects.requireNonNull(
              dynamodb
                  .call("DescribeBackup", Params.of("BackupArn", arn))
                  .structure("BackupDescription"));
      assertThat(
              backup.longInteger(
                  "SourceTableDetails", "ProvisionedThroughput", "ReadCapacityUnits"))
          .isEqualTo(5);
      assertThat(
              Objects.requireNonNull(backup.structure("SourceTableFeatureDetails"))
                  .structures("GlobalSecondaryIndexes"))
          .singleElement()
          .extracting(index -> index.text("IndexName"))
          .isEqualTo("idx");

      Structure connection =
          events.call(
              "CreateConnection",
              Params.of(
                  "Name", "c",
                  "AuthorizationType", "BASIC",
                  "AuthParameters",
                      Map.of("BasicAuthParameters", Map.of("Username", "u", "Password", "p"))));
      assertThat(connection.text("ConnectionState")).isEqualTo("AUTHORIZED");
      assertThat(connection.text("ConnectionArn")).contains(":connection/c/");
    }
  }

  @Test
  void platformApplication_withoutAttributes_isCreated() {
    try (Client sns = client("sns")) {
      String arn =
          sns.call(
                  "CreatePlatformApplication",
                  Params.of("Name", "a", "Platform", "APNS", "Attributes", Map.of()))
              .text("PlatformApplicationArn");
      assertThat(arn).isEqualTo("arn:aws:sns:us-east-1:123456789012:app/APNS/a");
    }
  }
}
