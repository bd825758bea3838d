package io.boto4j.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.sqs.SqsEngineFactory;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnsEngineTest {
  private final EngineDoor door = new EngineDoor(new SnsEngineFactory(), new SqsEngineFactory());
  private final Client sns = door.client("sns");
  private final Client sqs = door.client("sqs");

  @AfterEach
  void close() {
    door.close();
  }

  private String topic(String name) {
    return text(
        sns.call(
            "CreateTopic",
            Params.of(
                "Name",
                name,
                "Attributes",
                name.endsWith(".fifo")
                    ? Map.of("FifoTopic", "true", "ContentBasedDeduplication", "true")
                    : Map.of())),
        "TopicArn");
  }

  private static String text(Structure structure, String name, String... path) {
    return Objects.requireNonNull(structure.text(name, path));
  }

  private String queue(String name) {
    return text(
        sqs.call(
            "CreateQueue",
            Params.of(
                "QueueName",
                name,
                "Attributes",
                name.endsWith(".fifo") ? Map.of("FifoQueue", "true") : Map.of())),
        "QueueUrl");
  }

  private String subscribe(String topic, String queue, Map<String, String> attributes) {
    return text(
        sns.call(
            "Subscribe",
            Params.of(
                "TopicArn",
                topic,
                "Protocol",
                "sqs",
                "Endpoint",
                "arn:aws:sqs:eu-west-1:" + EngineDoor.ACCOUNT + ":" + queue,
                "Attributes",
                attributes)),
        "SubscriptionArn");
  }

  private List<Structure> receive(String url) {
    return sqs.call(
            "ReceiveMessage",
            Params.of(
                "QueueUrl",
                url,
                "MaxNumberOfMessages",
                10,
                "MessageAttributeNames",
                List.of("All"),
                "MessageSystemAttributeNames",
                List.of("All")))
        .structures("Messages");
  }

  private static Structure json(String text) {
    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    Map<String, ?> map = (Map<String, ?>) Objects.requireNonNull(Json.read(text));
    return Structures.of(map);
  }

  @Test
  void publish_reachesQueues_inAnEnvelopeOrRaw() {
    String topic = topic("t");
    String enveloped = queue("enveloped");
    String raw = queue("raw");
    subscribe(topic, "enveloped", Map.of());
    subscribe(topic, "raw", Map.of("RawMessageDelivery", "true"));
    Map<String, ?> attributes =
        Map.of("color", Map.of("DataType", "String", "StringValue", "blue"));
    Response answer =
        sns.call(
            "Publish",
            Params.of(
                "TopicArn",
                topic,
                "Message",
                "hello \"you\"",
                "Subject",
                "s",
                "MessageAttributes",
                attributes));

    Structure envelope = json(text(receive(enveloped).get(0), "Body"));
    assertThat(envelope.text("Message")).isEqualTo("hello \"you\"");
    assertThat(envelope.text("MessageId")).isEqualTo(answer.text("MessageId"));
    assertThat(envelope.text("TopicArn")).isEqualTo(topic);
    assertThat(envelope.text("Subject")).isEqualTo("s");
    assertThat(envelope.text("MessageAttributes", "color", "Value")).isEqualTo("blue");
    Structure message = receive(raw).get(0);
    assertThat(message.text("Body")).isEqualTo("hello \"you\"");
    assertThat(message.text("MessageAttributes", "color", "StringValue")).isEqualTo("blue");
  }

  @Test
  void envelope_isSigned() throws Exception {
    String topic = topic("t");
    String url = queue("q");
    subscribe(topic, "q", Map.of());
    sns.call("Publish", Params.of("TopicArn", topic, "Message", "m"));
    Structure envelope = json(text(receive(url).get(0), "Body"));
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(SnsCertificate.pem().getBytes(StandardCharsets.UTF_8)));
    certificate.verify(certificate.getPublicKey());
    Signature signature = Signature.getInstance("SHA1withRSA");
    signature.initVerify(certificate);
    StringBuilder signed = new StringBuilder();
    for (String name : List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type")) {
      signed.append(name).append('\n').append(envelope.text(name)).append('\n');
    }
    signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(signature.verify(Base64.getDecoder().decode(text(envelope, "Signature")))).isTrue();
    assertThat(envelope.text("SigningCertURL")).endsWith(SnsCertificate.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"color\":[\"blue\"]}|true",
        "{\"color\":[\"red\"]}|false",
        "{\"color\":[{\"prefix\":\"bl\"}],\"size\":[{\"numeric\":[\">\",1,\"<=\",5]}]}|true",
        "{\"color\":[{\"suffix\":\"x\"}]}|false",
        "{\"color\":[{\"anything-but\":[\"red\",\"green\"]}]}|true",
        "{\"color\":[{\"anything-but\":{\"prefix\":\"b\"}}]}|false",
        "{\"none\":[{\"exists\":false}]}|true",
        "{\"color\":[{\"exists\":false}]}|false",
        "{\"tags\":[\"b\"]}|true",
        "{\"ip\":[{\"cidr\":\"10.0.0.0/24\"}]}|true",
        "{\"color\":[{\"equals-ignore-case\":\"BLUE\"}]}|true",
        "{\"$or\":[{\"color\":[\"red\"]},{\"size\":[5]}]}|true",
      })
  void filterPolicy_decidesByAttributes(String policy, boolean passes) {
    String topic = topic("t");
    String url = queue("q");
    subscribe(topic, "q", Map.of("FilterPolicy", policy));
    sns.call(
        "Publish",
        Params.of(
            "TopicArn",
            topic,
            "Message",
            "m",
            "MessageAttributes",
            Map.of(
                "color", Map.of("DataType", "String", "StringValue", "blue"),
                "size", Map.of("DataType", "Number", "StringValue", "5"),
                "ip", Map.of("DataType", "String", "StringValue", "10.0.0.7"),
                "tags", Map.of("DataType", "String.Array", "StringValue", "[\"a\",\"b\"]"))));
    assertThat(receive(url)).hasSize(passes ? 1 : 0);
  }

  @Test
  void filterPolicy_onTheBody_isNested() {
    String topic = topic("t");
    String url = queue("q");
    subscribe(
        topic,
        "q",
        Map.of(
            "FilterPolicyScope",
            "MessageBody",
            "FilterPolicy",
            "{\"order\":{\"items\":{\"name\":[\"pen\"],\"count\":[{\"numeric\":[\">\",2]}]}}}"));
    for (String message :
        List.of(
            "{\"order\":{\"items\":[{\"name\":\"pen\",\"count\":3}]}}",
            "{\"order\":{\"items\":[{\"name\":\"pen\",\"count\":1},{\"name\":\"ink\",\"count\":9}]}}",
            "no json")) {
      sns.call("Publish", Params.of("TopicArn", topic, "Message", message));
    }
    assertThat(receive(url)).hasSize(1);
  }

  @Test
  void fifoTopic_numbersAndDeduplicates() {
    String topic = topic("t.fifo");
    String url = queue("q.fifo");
    subscribe(topic, "q.fifo", Map.of("RawMessageDelivery", "true"));
    Params message = Params.of("TopicArn", topic, "Message", "a", "MessageGroupId", "g");
    Response first = sns.call("Publish", message);
    assertThat(sns.call("Publish", message).text("SequenceNumber"))
        .isEqualTo(first.text("SequenceNumber"));
    sns.call("Publish", message.with("Message", "b"));
    assertThat(receive(url).stream().map(each -> each.text("Body"))).containsExactly("a", "b");
    door.clock().advance(Duration.ofMinutes(6));
    assertThat(sns.call("Publish", message).text("SequenceNumber"))
        .isNotEqualTo(first.text("SequenceNumber"));
  }

  @Test
  void undeliverable_goesToTheDeadLetterQueue() {
    String topic = topic("t");
    String dead = queue("dead");
    subscribe(
        topic,
        "missing",
        Map.of(
            "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:" + EngineDoor.ACCOUNT + ":dead\"}"));
    sns.call("Publish", Params.of("TopicArn", topic, "Message", "m"));
    assertThat(receive(dead).get(0).text("MessageAttributes", "ErrorCode", "StringValue"))
        .isEqualTo("QueueDoesNotExist");
  }

  @Test
  void httpEndpoint_confirmsThenReceives() throws Exception {
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
    try {
      String topic = topic("t");
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
      Response answer =
          sns.call("Subscribe", Params.of("TopicArn", topic, "Protocol", "http", "Endpoint", url));
      assertThat(answer.text("SubscriptionArn")).isEqualTo("pending confirmation");
      Structure confirmation = json(Objects.requireNonNull(bodies.poll(10, TimeUnit.SECONDS)));
      assertThat(confirmation.text("Type")).isEqualTo("SubscriptionConfirmation");
      sns.call("Publish", Params.of("TopicArn", topic, "Message", "too early"));
      sns.call(
          "ConfirmSubscription", Params.of("TopicArn", topic, "Token", confirmation.text("Token")));
      sns.call("Publish", Params.of("TopicArn", topic, "Message", "hello"));
      assertThat(json(Objects.requireNonNull(bodies.poll(10, TimeUnit.SECONDS))).text("Message"))
          .isEqualTo("hello");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void errors_haveTheSentencesOfSns() {
    assertThatThrownBy(
            () ->
                sns.call(
                    "Publish",
                    Params.of("TopicArn", "arn:aws:sns:eu-west-1:123456789012:no", "Message", "m")))
        .hasMessageContaining("Topic does not exist");
    String topic = topic("t");
    assertThatThrownBy(() -> sns.call("Publish", Params.of("TopicArn", topic, "Message", "")))
        .hasMessageContaining("Invalid parameter: Empty message");
    assertThatThrownBy(
            () ->
                sns.call(
                    "Publish",
                    Params.of("TopicArn", topic, "Message", "{}", "MessageStructure", "json")))
        .hasMessageContaining("No default entry in JSON message body");
    assertThatThrownBy(
            () ->
                sns.call(
                    "Subscribe",
                    Params.of("TopicArn", topic, "Protocol", "pigeon", "Endpoint", "x")))
        .hasMessageContaining("does not support this protocol string: pigeon");
  }

  @Test
  void publishBatch_reportsEachEntry() {
    String topic = topic("t");
    Response answer =
        sns.call(
            "PublishBatch",
            Params.of(
                "TopicArn",
                topic,
                "PublishBatchRequestEntries",
                List.of(
                    Params.of("Id", "a", "Message", "m"), Params.of("Id", "b", "Message", ""))));
    assertThat(answer.structures("Successful")).hasSize(1);
    assertThat(answer.structures("Failed").get(0).text("Code")).isEqualTo("InvalidParameter");
  }
}
