package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.LambdaHandler;
import io.boto4j.local.world.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives the process. */
final class DurabilityTest {
  @TempDir private Path directory;

  private EngineDoor open(LambdaHandler.WithContext handler) {
    return new EngineDoor(
        Stores.open(directory),
        new LambdaFactory(Map.of("f", handler), () -> "http://127.0.0.1:1"));
  }

  @Test
  void acceptedEvent_runsAfterARestart() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (EngineDoor door =
        open(
            (event, context) -> {
              started.countDown();
              never.await();
              return null;
            })) {
      Client lambda = door.client("lambda");
      lambda.call("UpdateFunctionConfiguration", Map.of("FunctionName", "f", "Description", "d"));
      lambda.call(
          "Invoke",
          Map.of(
              "FunctionName",
              "f",
              "InvocationType",
              "Event",
              "Payload",
              "7".getBytes(StandardCharsets.UTF_8)));
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    }
    CountDownLatch again = new CountDownLatch(1);
    try (EngineDoor door =
        open(
            (event, context) -> {
              if (Integer.valueOf(7).equals(event)) {
                again.countDown();
              }
              return null;
            })) {
      assertThat(
              door.client("lambda")
                  .call("GetFunction", Map.of("FunctionName", "f"))
                  .text("Configuration", "Description"))
          .isEqualTo("d");
      assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
