package io.boto4j.spring.sqs;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * The life cycle of all containers of an application: they start last and stop first, side by side.
 */
final class SqsListenerLifecycle implements SmartLifecycle {
  private final ObjectProvider<SqsListenerContainer> beans;
  private volatile boolean running;
  private volatile List<SqsListenerContainer> containers = List.of();

  SqsListenerLifecycle(ObjectProvider<SqsListenerContainer> beans) {
    this.beans = beans;
  }

  @Override
  public void start() {
    List<SqsListenerContainer> all = beans.orderedStream().toList();
    containers = all;
    running = true;
    for (SqsListenerContainer container : all) {
      if (container.isAutoStartup()) {
        container.start();
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    Stream<CompletableFuture<Void>> stops =
        containers.stream().map(SqsListenerLifecycle::stopOnItsThread);
    CompletableFuture.allOf(stops.toArray(CompletableFuture<?>[]::new)).join();
  }

  private static CompletableFuture<Void> stopOnItsThread(SqsListenerContainer container) {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                container.stop();
              } finally {
                stopped.complete(null);
              }
            },
            "boto4j-sqs-stop");
    thread.start();
    return stopped;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
