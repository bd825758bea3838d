package io.boto4j.local.ses;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** The e-mails that were accepted or rejected, and what is counted of them. */
final class Mailbox {
  private static final long QUOTA = 50_000;
  private static final double RATE = 14;
  private static final long PERIOD = Duration.ofMinutes(15).toSeconds();
  private static final String REJECTED = "Rejected";

  private final EngineContext context;
  private final Documents messages;
  private final Documents settings;

  Mailbox(EngineContext context) {
    this.context = context;
    this.messages = new Documents(context.store().map("messages"));
    this.settings = new Documents(context.store().map("settings"));
  }

  void register(OperationTable table) {
    table.read("GetSendQuota", call -> quota());
    table.read("GetSendStatistics", call -> statistics());
    table.read("GetAccountSendingEnabled", call -> Params.of("Enabled", isEnabled()));
    table.write("UpdateAccountSendingEnabled", this::enable);
  }

  boolean isEnabled() {
    Structure account = settings.find("account");
    return account == null || !Boolean.FALSE.equals(account.bool("Enabled"));
  }

  private Map<String, ?> enable(EngineCall call) {
    settings.put(
        "account", Params.of("Enabled", Boolean.TRUE.equals(call.input().bool("Enabled"))));
    return Map.of();
  }

  /** Keeps an accepted message and returns its id. */
  String accept(Map<String, ?> message) {
    String id =
        String.format(Locale.ROOT, "%016x-%s-000000", context.clock().millis(), UUID.randomUUID());
    messages.put(id, Params.copyOf(message).with("Time", context.clock().instant()));
    return id;
  }

  /** Counts a message that was rejected. */
  void reject(String source) {
    messages.put(
        REJECTED + UUID.randomUUID(),
        Params.of("Source", source, "Time", context.clock().instant(), REJECTED, true));
  }

  private Map<String, ?> quota() {
    Instant since = context.clock().instant().minus(Duration.ofDays(1));
    long sent = 0;
    for (Structure message : messages.all()) {
      Instant time = message.instant("Time");
      if (time != null && time.isAfter(since) && message.bool(REJECTED) == null) {
        sent += message.texts("Destinations").size();
      }
    }
    return Params.of(
        "Max24HourSend", (double) QUOTA, "MaxSendRate", RATE, "SentLast24Hours", (double) sent);
  }

  private Map<String, ?> statistics() {
    Instant since = context.clock().instant().minus(Duration.ofDays(14));
    Map<Long, long[]> periods = new TreeMap<>();
    for (Structure message : messages.all()) {
      Instant time = Objects.requireNonNullElse(message.instant("Time"), Instant.EPOCH);
      if (time.isAfter(since)) {
        long[] counts = periods.computeIfAbsent(time.getEpochSecond() / PERIOD, key -> new long[4]);
        List<String> all = message.texts("Destinations");
        counts[0] += message.bool(REJECTED) == null ? all.size() : 0;
        counts[1] += message.bool(REJECTED) == null ? 0 : 1;
        counts[2] += all.stream().filter(Feedback::isBounce).count();
        counts[3] += all.stream().filter(Feedback::isComplaint).count();
      }
    }
    List<Params> points = new ArrayList<>();
    periods.forEach(
        (period, counts) ->
            points.add(
                Params.of(
                    "Timestamp", Instant.ofEpochSecond(period * PERIOD),
                    "DeliveryAttempts", counts[0],
                    "Rejects", counts[1],
                    "Bounces", counts[2],
                    "Complaints", counts[3])));
    return Params.of("SendDataPoints", points);
  }
}
