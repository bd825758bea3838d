package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The messages that AWS would send elsewhere: mails, short messages, pushes to phones, requests to
 * hosts elsewhere. The store keeps the last thousand, in the map {@code outbox}.
 */
final class Outbox {
  private static final int MOST = 1000;

  private final EngineContext context;
  private final Table sent;
  private long last;

  Outbox(EngineContext context) {
    this.context = context;
    this.sent = new Table(context.store(), "outbox");
    for (String key : sent.all("").keySet()) {
      last = Long.parseLong(key);
    }
  }

  synchronized void add(String protocol, String endpoint, String message) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("protocol", protocol);
    document.put("endpoint", endpoint);
    document.put("message", message);
    document.put("time", context.clock().instant());
    long number = ++last;
    sent.write(
        () -> {
          sent.put(key(number), document);
          sent.remove(key(number - MOST));
        });
  }

  private static String key(long number) {
    return String.format("%019d", number);
  }

  /** Returns what was sent, the oldest first. */
  Iterable<Structure> messages() {
    return sent.all("").values();
  }
}
