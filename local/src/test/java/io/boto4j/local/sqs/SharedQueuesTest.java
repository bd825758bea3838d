package io.boto4j.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues of other accounts. */
final class SharedQueuesTest {
  private static final String OTHER = "111122223333";

  private final LocalAws aws = LocalAws.start();
  private final Client owner = aws.session().client("sqs");
  private final Client other = aws.session(Credentials.of(OTHER, "secret")).client("sqs");
  private String url = "";

  @BeforeEach
  void create() {
    url = owner.call("CreateQueue", Map.of("QueueName", "orders")).text("QueueUrl");
  }

  @AfterEach
  void close() {
    aws.close();
  }

  private void allow(String... actions) {
    owner.call(
        "AddPermission",
        Params.of(
            "QueueUrl",
            url,
            "Label",
            "shared",
            "AWSAccountIds",
            List.of(OTHER),
            "Actions",
            List.of(actions)));
  }

  private void isUnknown(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class,
            e ->
                assertThat(e.is("AWS.SimpleQueueService.NonExistentQueue"))
                    .as(e.toString())
                    .isTrue());
  }

  private static Params message(String url) {
    return Params.of("QueueUrl", url, "MessageBody", "paid");
  }

  private static List<String> bodies(Client sqs, String url) {
    return sqs.call("ReceiveMessage", Map.of("QueueUrl", url)).structures("Messages").stream()
        .map(message -> message.text("Body"))
        .toList();
  }

  @Test
  void url_ofAnotherAccount_doesNotFindTheCallersQueueOfThatName() {
    String own = other.call("CreateQueue", Map.of("QueueName", "orders")).text("QueueUrl");
    isUnknown(() -> other.call("SendMessage", message(url)));
    isUnknown(() -> other.call("GetQueueAttributes", Map.of("QueueUrl", url)));
    assertThat(bodies(other, own)).isEmpty();
    assertThat(bodies(owner, url)).isEmpty();
  }

  @Test
  void url_ofAQueueWhosePolicyAllows_reachesThatQueue() {
    allow("SendMessage");
    assertThat(other.call("SendMessage", message(url)).text("MessageId")).isNotEmpty();
    assertThat(bodies(owner, url)).containsExactly("paid");
    isUnknown(() -> other.call("ReceiveMessage", Map.of("QueueUrl", url)));
  }

  @Test
  void url_ofASharedQueue_isNotForTheOperationsOfItsOwner() {
    allow("*");
    isUnknown(() -> other.call("DeleteQueue", Map.of("QueueUrl", url)));
    isUnknown(() -> other.call("ListQueueTags", Map.of("QueueUrl", url)));
  }

  @Test
  void getQueueUrl_ofAnotherAccount_needsThePolicy() {
    Map<String, Object> input =
        Map.of("QueueName", "orders", "QueueOwnerAWSAccountId", LocalAws.ACCOUNT);
    isUnknown(() -> other.call("GetQueueUrl", input));
    allow("GetQueueUrl");
    assertThat(other.call("GetQueueUrl", input).text("QueueUrl")).isEqualTo(url);
  }

  @Test
  void getQueueUrl_ofAnotherAccount_isCheckedAgainstTheQueueThere() {
    try (LocalAws strict = LocalAws.builder().enforceIam(true).start();
        Client mine = strict.session().client("sqs");
        Client theirs = strict.session(Credentials.of(OTHER, "secret")).client("sqs")) {
      mine.call("CreateQueue", Map.of("QueueName", "orders"));
      assertThatThrownBy(
              () ->
                  theirs.call(
                      "GetQueueUrl",
                      Map.of("QueueName", "orders", "QueueOwnerAWSAccountId", LocalAws.ACCOUNT)))
          .hasMessageContaining("sqs:GetQueueUrl on resource: arn:aws:sqs:us-east-1:123456789012:");
    }
  }

  @Test
  void condition_onTheCaller_decides() {
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage",
          "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": "%s"}}}}""";
    owner.call(
        "SetQueueAttributes",
        Params.of(
            "QueueUrl", url, "Attributes", Map.of("Policy", policy.formatted("444455556666"))));
    isUnknown(() -> other.call("SendMessage", message(url)));
    owner.call(
        "SetQueueAttributes",
        Params.of("QueueUrl", url, "Attributes", Map.of("Policy", policy.formatted(OTHER))));
    other.call("SendMessage", message(url));
    assertThat(bodies(owner, url)).containsExactly("paid");
  }
}
