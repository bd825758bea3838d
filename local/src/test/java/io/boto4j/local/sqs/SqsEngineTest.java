package io.boto4j.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.world.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqsEngineTest {
  private final EngineDoor door = new EngineDoor(new SqsEngineFactory());
  private final Client sqs = door.client("sqs");

  @AfterEach
  void close() {
    door.close();
  }

  private String queue(String name, Object... attributes) {
    Map<String, Object> given = attributes.length == 0 ? Params.of() : params(attributes);
    return sqs.call("CreateQueue", Params.of("QueueName", name, "Attributes", given))
        .text("QueueUrl");
  }

  private static Params params(Object... pairs) {
    Params params = Params.of();
    for (int i = 0; i < pairs.length; i += 2) {
      params = params.with((String) pairs[i], pairs[i + 1]);
    }
    return params;
  }

  private List<Structure> receive(String url, Object... more) {
    return sqs.call("ReceiveMessage", params(more).withAll(Params.of("QueueUrl", url)))
        .structures("Messages");
  }

  private Response send(String url, String body, Object... more) {
    return sqs.call(
        "SendMessage", params(more).withAll(Params.of("QueueUrl", url, "MessageBody", body)));
  }

  private String attribute(String url, String name) {
    return sqs.call(
            "GetQueueAttributes", Params.of("QueueUrl", url, "AttributeNames", List.of("All")))
        .text("Attributes", name);
  }

  private static List<String> bodies(List<Structure> messages) {
    return messages.stream().map(message -> message.text("Body")).toList();
  }

  @Test
  void message_received_returnsWhenItsVisibilityTimeoutIsOver() {
    String url = queue("q");
    send(url, "a");
    Structure first = receive(url, "MessageSystemAttributeNames", List.of("All")).get(0);
    assertThat(first.text("Attributes", "ApproximateReceiveCount")).isEqualTo("1");
    assertThat(receive(url)).isEmpty();
    assertThat(attribute(url, "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");

    door.clock().advance(Duration.ofSeconds(31));
    Structure second = receive(url, "MessageSystemAttributeNames", List.of("All")).get(0);
    assertThat(second.text("MessageId")).isEqualTo(first.text("MessageId"));
    assertThat(second.text("Attributes", "ApproximateReceiveCount")).isEqualTo("2");

    sqs.call(
        "DeleteMessage", Params.of("QueueUrl", url, "ReceiptHandle", second.text("ReceiptHandle")));
    door.clock().advance(Duration.ofSeconds(31));
    assertThat(receive(url)).isEmpty();
  }

  @Test
  void longPoll_endsWithTheMessageThatArrives() throws Exception {
    String url = queue("q");
    CompletableFuture<List<Structure>> waiting =
        CompletableFuture.supplyAsync(() -> receive(url, "WaitTimeSeconds", 20));
    Thread.sleep(50);
    assertThat(waiting).isNotDone();
    send(url, "late");
    assertThat(bodies(waiting.get(5, TimeUnit.SECONDS))).containsExactly("late");
  }

  @Test
  void longPoll_endsByTheClock_orWithADelayedMessage() throws Exception {
    String url = queue("q");
    CompletableFuture<List<Structure>> empty =
        CompletableFuture.supplyAsync(() -> receive(url, "WaitTimeSeconds", 20));
    Thread.sleep(50);
    door.clock().advance(Duration.ofSeconds(20));
    assertThat(empty.get(5, TimeUnit.SECONDS)).isEmpty();

    send(url, "delayed", "DelaySeconds", 10);
    assertThat(attribute(url, "ApproximateNumberOfMessagesDelayed")).isEqualTo("1");
    CompletableFuture<List<Structure>> waiting =
        CompletableFuture.supplyAsync(() -> receive(url, "WaitTimeSeconds", 20));
    Thread.sleep(50);
    door.clock().advance(Duration.ofSeconds(11));
    assertThat(bodies(waiting.get(5, TimeUnit.SECONDS))).containsExactly("delayed");
  }

  @Test
  void fifo_keepsTheOrderOfAGroup_andDeduplicatesForFiveMinutes() {
    String url = queue("q.fifo", "FifoQueue", "true", "ContentBasedDeduplication", "true");
    Response first = send(url, "a", "MessageGroupId", "g");
    Response again = send(url, "a", "MessageGroupId", "g");
    assertThat(again.text("MessageId")).isEqualTo(first.text("MessageId"));
    send(url, "b", "MessageGroupId", "g");
    send(url, "c", "MessageGroupId", "h");

    List<Structure> one = receive(url);
    assertThat(bodies(one)).containsExactly("a");
    assertThat(bodies(receive(url, "MaxNumberOfMessages", 10))).containsExactly("c");
    sqs.call(
        "DeleteMessage",
        Params.of("QueueUrl", url, "ReceiptHandle", one.get(0).text("ReceiptHandle")));
    assertThat(bodies(receive(url))).containsExactly("b");

    door.clock().advance(Duration.ofSeconds(301));
    assertThat(send(url, "a", "MessageGroupId", "g").text("MessageId"))
        .isNotEqualTo(first.text("MessageId"));
  }

  @Test
  void standardQueue_hasGroupsButNoDeduplicationIds() {
    String url = queue("q");
    send(url, "a", "MessageGroupId", "g");
    assertThatThrownBy(() -> send(url, "a", "MessageDeduplicationId", "1"))
        .hasMessageContaining("not valid for this queue type");
  }

  @Test
  void fifo_refusesAnExpiredReceiptHandle() {
    String url = queue("q.fifo", "FifoQueue", "true");
    send(url, "a", "MessageGroupId", "g", "MessageDeduplicationId", "1");
    String handle = receive(url).get(0).text("ReceiptHandle");
    door.clock().advance(Duration.ofSeconds(31));
    assertThatThrownBy(
            () -> sqs.call("DeleteMessage", Params.of("QueueUrl", url, "ReceiptHandle", handle)))
        .hasMessageContaining("The receipt handle has expired");
  }

  @Test
  void fifo_sameReceiveAttempt_getsTheSameMessages() {
    String url = queue("q.fifo", "FifoQueue", "true");
    send(url, "a", "MessageGroupId", "g", "MessageDeduplicationId", "1");
    List<Structure> first = receive(url, "ReceiveRequestAttemptId", "x");
    assertThat(receive(url, "ReceiveRequestAttemptId", "y")).isEmpty();
    List<Structure> second = receive(url, "ReceiveRequestAttemptId", "x");
    assertThat(second.get(0).text("ReceiptHandle")).isEqualTo(first.get(0).text("ReceiptHandle"));
  }

  @Test
  void deadLetters_moveAfterTheLastReceive_andBackWithATask() {
    String dead = queue("dead");
    String arn = attribute(dead, "QueueArn");
    String url =
        queue(
            "q",
            "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":1}");
    send(url, "a");
    assertThat(receive(url, "VisibilityTimeout", 0)).hasSize(1);
    assertThat(receive(url)).isEmpty();
    Structure buried =
        receive(dead, "VisibilityTimeout", 0, "MessageSystemAttributeNames", List.of("All")).get(0);
    assertThat(buried.text("Attributes", "DeadLetterQueueSourceArn")).endsWith(":q");

    sqs.call("StartMessageMoveTask", Params.of("SourceArn", arn));
    assertThat(task(arn).text("Status")).isEqualTo("RUNNING");
    door.clock().advance(Duration.ofSeconds(2));
    assertThat(task(arn).text("Status")).isEqualTo("COMPLETED");
    assertThat(task(arn).longInteger("ApproximateNumberOfMessagesMoved")).isEqualTo(1);
    assertThat(bodies(receive(url))).containsExactly("a");
    assertThatThrownBy(
            () ->
                sqs.call(
                    "StartMessageMoveTask", Params.of("SourceArn", attribute(url, "QueueArn"))))
        .hasMessageContaining("must be configured as a Dead Letter Queue");
  }

  private Structure task(String arn) {
    return sqs.call("ListMessageMoveTasks", Params.of("SourceArn", arn))
        .structures("Results")
        .get(0);
  }

  @Test
  void batch_reportsEntriesThatFail() {
    String url = queue("q", "MaximumMessageSize", "1024");
    Response answer =
        sqs.call(
            "SendMessageBatch",
            Params.of(
                "QueueUrl",
                url,
                "Entries",
                List.of(
                    Params.of("Id", "a", "MessageBody", "ok"),
                    Params.of("Id", "b", "MessageBody", "x".repeat(1025)))));
    assertThat(answer.structures("Successful")).hasSize(1);
    assertThat(answer.structures("Failed").get(0).text("Message"))
        .isEqualTo(
            "One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.");
  }

  @Test
  void errors_haveTheShapesOfTheModel() {
    assertThatThrownBy(() -> sqs.call("GetQueueUrl", Params.of("QueueName", "none")))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> assertThat(e.getMessage()).contains("The specified queue does not exist."));
    queue("q", "DelaySeconds", "1");
    assertThatThrownBy(() -> queue("q", "DelaySeconds", "2"))
        .hasMessageContaining("a different value for attribute DelaySeconds");
    assertThatThrownBy(() -> queue("q2", "DelaySeconds", "901"))
        .hasMessageContaining("Invalid value for the parameter DelaySeconds.");
  }

  @Test
  void messageRetention_dropsOldMessages() {
    String url = queue("q", "MessageRetentionPeriod", "60");
    send(url, "a");
    door.clock().advance(Duration.ofSeconds(61));
    assertThat(attribute(url, "ApproximateNumberOfMessages")).isEqualTo("0");
  }

  @Test
  void queues_arePaged() {
    for (int i = 0; i < 5; i++) {
      queue("q" + i);
    }
    Set<String> urls = new HashSet<>();
    sqs.paginator("ListQueues")
        .pages(Params.of("MaxResults", 2))
        .forEach(page -> urls.addAll(page.texts("QueueUrls")));
    assertThat(urls).hasSize(5);
  }

  @Test
  void restart_keepsQueuesMessagesAndHandles(@TempDir Path directory) {
    String url;
    String handle;
    try (EngineDoor first = new EngineDoor(Stores.open(directory), new SqsEngineFactory())) {
      Client client = first.client("sqs");
      url = client.call("CreateQueue", Params.of("QueueName", "q")).text("QueueUrl");
      client.call("SendMessage", Params.of("QueueUrl", url, "MessageBody", "a"));
      client.call("SendMessage", Params.of("QueueUrl", url, "MessageBody", "b"));
      handle =
          client
              .call("ReceiveMessage", Params.of("QueueUrl", url))
              .structures("Messages")
              .get(0)
              .text("ReceiptHandle");
    }
    try (EngineDoor second = new EngineDoor(Stores.open(directory), new SqsEngineFactory())) {
      Client client = second.client("sqs");
      client.call("DeleteMessage", Params.of("QueueUrl", url, "ReceiptHandle", handle));
      second.clock().advance(Duration.ofSeconds(40));
      assertThat(
              bodies(
                  client
                      .call("ReceiveMessage", Params.of("QueueUrl", url, "MaxNumberOfMessages", 10))
                      .structures("Messages")))
          .containsExactly("b");
    }
  }

  @Test
  void manyThreads_loseAndDoubleNothing() throws Exception {
    String url = queue("q");
    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<CompletableFuture<?>> work = new ArrayList<>();
    int each = 200;
    for (int t = 0; t < 4; t++) {
      int sender = t;
      work.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < each; i++) {
                  send(url, sender + "-" + i);
                }
              }));
      work.add(
          CompletableFuture.runAsync(
              () -> {
                while (seen.size() < 4 * each) {
                  for (Structure message :
                      receive(url, "MaxNumberOfMessages", 10, "WaitTimeSeconds", 1)) {
                    assertThat(seen.add(message.text("Body"))).isTrue();
                    sqs.call(
                        "DeleteMessage",
                        Params.of("QueueUrl", url, "ReceiptHandle", message.text("ReceiptHandle")));
                  }
                }
              }));
    }
    CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    assertThat(seen).hasSize(4 * each);
  }
}
