package io.boto4j.dashboard.web;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.dashboard.cloud.DatabaseWatch;
import io.boto4j.dashboard.cloud.Progress;
import io.javalin.http.sse.SseClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends the state of the database to every browser that looks at it (server-sent events). */
final class LiveEvents implements AutoCloseable {
  /** Shorter than the time after which servers and proxies end a silent connection. */
  private static final int HEARTBEAT_SECONDS = 15;

  private final DatabaseWatch watch;
  private final Set<SseClient> browsers = new LinkedHashSet<>();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread created = new Thread(work, "live-events");
            created.setDaemon(true);
            return created;
          });

  LiveEvents(DatabaseWatch watch) {
    this.watch = watch;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the heart beats until it is shut down
  void start() {
    watch.listen(this::send);
    heart.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** Adds a browser, which gets the present state at once: under the lock, so never a late one. */
  synchronized void connect(SseClient browser) {
    browser.keepAlive();
    browser.onClose(() -> remove(browser));
    browser.sendEvent("progress", json(watch.current()));
    browsers.add(browser);
  }

  private synchronized void remove(SseClient browser) {
    browsers.remove(browser);
  }

  private synchronized void send(Progress progress) {
    String json = json(progress);
    for (SseClient browser : List.copyOf(browsers)) {
      browser.sendEvent("progress", json);
    }
  }

  private synchronized void beat() {
    for (SseClient browser : List.copyOf(browsers)) {
      browser.sendComment("still here");
    }
  }

  private static String json(Progress progress) {
    return Json.write(Params.from(StatusView.of(progress)));
  }

  @Override
  public void close() {
    heart.shutdownNow();
    synchronized (this) {
      List.copyOf(browsers).forEach(SseClient::close);
    }
  }
}
