package io.boto4j.spring.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.LocalAws;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Containers stop gracefully, by themselves and with an application of Spring. */
@Timeout(60)
final class SqsListenerStopTest {
  private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
  private LocalAws aws;
  private TestQueue queue;

  @BeforeEach
  void start() {
    aws = LocalAws.start();
    queue = TestQueue.create(aws, "orders", Map.of());
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private String next() throws InterruptedException {
    return handled.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void stop_handlerBusy_waitsForItAndDeletesTheMessage() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    queue.send("one");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .handler(
                message -> {
                  handled.add(message.body());
                  end.await();
                })
            .build();
    container.start();
    next();

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(container::stop);
    assertThat(stopped).isNotDone();
    end.countDown();
    stopped.join();

    assertThat(queue.size()).isZero();
    assertThat(container.isRunning()).isFalse();
    assertThat(container.inProgress()).isZero();
  }

  @Test
  void stop_handlerDoesNotEnd_isInterruptedAndTheMessageGivenBack() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    queue.send("one");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .stopTimeout(Duration.ofMillis(10))
            .handler(
                message -> {
                  handled.add(message.body());
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                })
            .build();
    container.start();
    next();

    container.stop();

    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(queue.visible()).containsExactly("one");
  }

  @Test
  void stop_restOfAGroupNotBegun_isGivenBackAtOnce() throws Exception {
    TestQueue fifo = TestQueue.create(aws, "orders.fifo", Map.of("FifoQueue", "true"));
    fifo.sendToGroups("a:1", "a:2", "a:3");
    CountDownLatch end = new CountDownLatch(1);
    SqsListenerContainer container =
        fifo.listener(aws)
            .handler(
                message -> {
                  handled.add(message.body());
                  end.await();
                })
            .build();
    container.start();
    assertThat(next()).isEqualTo("a:1");

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(container::stop);
    while (container.isRunning()) {
      Thread.onSpinWait();
    }
    end.countDown();
    stopped.join();

    assertThat(handled).isEmpty();
    assertThat(fifo.visible()).containsExactly("a:2", "a:3");
  }

  @Test
  void start_afterStop_receivesAgain() throws Exception {
    SqsListenerContainer container =
        queue.listener(aws).handler(message -> handled.add(message.body())).build();
    container.start();
    container.start();
    container.stop();
    container.stop();
    queue.send("later");

    container.start();

    assertThat(next()).isEqualTo("later");
    container.close();
    assertThat(queue.size()).isZero();
  }

  /** An application with a listener. */
  @Configuration(proxyBeanMethods = false)
  static class Application {
    @Bean
    SqsListenerContainer orders(TestQueue queue, BlockingQueue<String> handled) {
      return SqsListenerContainer.builder(queue.client(), "orders")
          .handler(message -> handled.add(message.body()))
          .build();
    }

    @Bean
    SqsListenerContainer byHand(TestQueue queue, BlockingQueue<String> handled) {
      return SqsListenerContainer.builder(queue.client(), "orders")
          .handler(message -> handled.add("by hand"))
          .autoStartup(false)
          .build();
    }
  }

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(SqsListenerAutoConfiguration.class))
        .withBean(TestQueue.class, () -> queue)
        .withBean("handled", BlockingQueue.class, () -> handled);
  }

  @Test
  void beans_ofAnApplication_startAndStopWithIt() {
    queue.send("one");
    CompletableFuture<SqsListenerContainer> bean = new CompletableFuture<>();

    application()
        .withUserConfiguration(Application.class)
        .run(
            context -> {
              bean.complete(context.getBean("orders", SqsListenerContainer.class));
              assertThat(next()).isEqualTo("one");
              assertThat(bean.join().isRunning()).isTrue();
              assertThat(context.getBean("byHand", SqsListenerContainer.class).isRunning())
                  .isFalse();
            });

    assertThat(bean.join().isRunning()).isFalse();
    assertThat(queue.size()).isZero();
  }

  @Test
  void application_withoutListeners_hasNoLifecycle() {
    application().run(context -> assertThat(context).doesNotHaveBean(SqsListenerLifecycle.class));
  }

  @Test
  void application_queueMissing_doesNotStart() {
    application()
        .withBean(
            "missing",
            SqsListenerContainer.class,
            () ->
                SqsListenerContainer.builder(queue.client(), "missing")
                    .handler(message -> {})
                    .build())
        .run(context -> assertThat(context).hasFailed());
  }
}
