package io.boto4j.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LocalAwsExtensionTest {
  @Nested
  @ExtendWith(LocalAwsExtension.class)
  final class PerTest {
    @BeforeEach
    void create(@ServiceClient("sqs") Client sqs) {
      assertThat(sqs.call("ListQueues").texts("QueueUrls")).isEmpty();
      sqs.call("CreateQueue", Map.of("QueueName", "orders"));
    }

    @RepeatedTest(2)
    void parameters_ofATest_areOfOneFreshAws(
        LocalAws aws, Session session, @ServiceClient("sqs") Client sqs) {
      assertThat(sqs.call("ListQueues").texts("QueueUrls")).hasSize(1);
      try (Client other = session.client("sqs")) {
        assertThat(other.call("ListQueues").texts("QueueUrls")).hasSize(1);
      }
      aws.journal().assertCalls("sqs", "CreateQueue", 1);
    }
  }

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  final class PerClass {
    @RegisterExtension
    static final LocalAwsExtension AWS =
        LocalAwsExtension.perClass(builder -> builder.region("eu-west-1").services("sqs"));

    @BeforeAll
    void create(@ServiceClient("sqs") Client sqs) {
      sqs.call("CreateQueue", Map.of("QueueName", "orders"));
    }

    @Test
    void parameters_ofAClass_areOfOneAws(@ServiceClient("sqs") Client sqs) {
      assertThat(sqs.region()).isEqualTo("eu-west-1");
      assertThat(sqs.call("ListQueues").texts("QueueUrls")).hasSize(1);
    }

    @Test
    void parameters_ofAnotherTest_areOfTheSame(@ServiceClient("sqs") Client sqs) {
      assertThat(sqs.call("ListQueues").texts("QueueUrls")).hasSize(1);
    }
  }
}
