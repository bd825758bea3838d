package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class NotificationsTest {
  @SuppressWarnings("unchecked") // messages are objects
  private static List<Structure> receive(Client sqs, String url) {
    return sqs
        .call("ReceiveMessage", Params.of("QueueUrl", url, "MaxNumberOfMessages", 10))
        .structures("Messages")
        .stream()
        .map(each -> Objects.requireNonNull(each.text("Body")))
        .map(body -> Structures.of((Map<String, ?>) Objects.requireNonNull(Json.read(body))))
        .toList();
  }

  @Test
  void putObject_thatMatchesTheFilter_sendsAMessageToTheQueue() {
    try (S3Fixture s3 = new S3Fixture();
        Client sqs = s3.aws.session().client("sqs")) {
      String url =
          Objects.requireNonNull(
              sqs.call("CreateQueue", Params.of("QueueName", "events")).text("QueueUrl"));
      s3.call(
          "PutBucketNotificationConfiguration",
          "NotificationConfiguration",
          Params.of(
              "QueueConfigurations",
              List.of(
                  Params.of(
                      "QueueArn",
                      "arn:aws:sqs:us-east-1:123456789012:events",
                      "Events",
                      List.of("s3:ObjectCreated:*"),
                      "Filter",
                      Params.of(
                          "Key",
                          Params.of(
                              "FilterRules",
                              List.of(Params.of("Name", "suffix", "Value", ".jpg"))))))));
      assertThat(receive(sqs, url))
          .singleElement()
          .satisfies(each -> assertThat(each.text("Event")).isEqualTo("s3:TestEvent"));

      s3.put("notes.txt", "x");
      s3.put("a cat.jpg", "miau");
      assertThat(receive(sqs, url))
          .singleElement()
          .satisfies(
              each -> {
                Structure event = each.structures("Records").get(0);
                assertThat(event.text("eventName")).isEqualTo("ObjectCreated:Put");
                assertThat(event.text("s3", "object", "key")).isEqualTo("a+cat.jpg");
                assertThat(event.integer("s3", "object", "size")).isEqualTo(4);
                assertThat(event.text("s3", "bucket", "name")).isEqualTo(S3Fixture.BUCKET);
              });
    }
  }
}
