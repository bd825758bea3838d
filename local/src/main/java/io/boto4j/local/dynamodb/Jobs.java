package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The exports or imports of one world, by ARN. */
final class Jobs {
  private static final int MOST = 25;

  private final Store store;
  private final MVMap<String, Object> jobs;
  private final String kind;

  /**
   * Opens the jobs.
   *
   * @param store the store
   * @param kind {@code Export} or {@code Import}
   */
  Jobs(Store store, String kind) {
    this.store = store;
    this.jobs = store.map("jobs/" + kind);
    this.kind = kind;
  }

  /** Creates the id of a job, the last part of its ARN. */
  static String newId(Instant now) {
    return "0" + now.toEpochMilli() + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  void put(Map<String, Object> description) {
    store.write(() -> jobs.put(String.valueOf(description.get(kind + "Arn")), description));
  }

  Map<String, Object> get(@Nullable String arn) {
    if (arn != null && jobs.get(arn) instanceof Map<?, ?> job) {
      return copy(job);
    }
    throw new EngineException(kind + "NotFoundException", kind + " not found: " + arn);
  }

  private static Map<String, Object> copy(Map<?, ?> job) {
    Map<String, Object> copy = new LinkedHashMap<>();
    job.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }

  /** Returns the job that a client began with the token before, or null. */
  @Nullable Map<String, Object> withToken(@Nullable String token) {
    if (token != null) {
      for (Object job : jobs.values()) {
        if (job instanceof Map<?, ?> map && token.equals(map.get("ClientToken"))) {
          return copy(map);
        }
      }
    }
    return null;
  }

  /** Lists the jobs of a table, or of all. */
  Map<String, ?> list(
      Structure input, @Nullable Integer limit, Function<Structure, Map<String, Object>> summary) {
    String table = input.text("TableArn");
    String after = input.text("NextToken");
    int most = limit == null ? MOST : limit;
    List<Map<String, Object>> page = new ArrayList<>();
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(kind.equals("Import") ? "ImportSummaryList" : "ExportSummaries", page);
    String last = "";
    for (Map.Entry<String, Object> entry : jobs.entrySet()) {
      Structure job = Structures.of(copy((Map<?, ?>) entry.getValue()));
      if ((after != null && entry.getKey().compareTo(after) <= 0)
          || (table != null && !table.equals(job.text("TableArn")))) {
        continue;
      }
      if (page.size() == most) {
        output.put("NextToken", last);
        break;
      }
      page.add(summary.apply(job));
      last = entry.getKey();
    }
    return output;
  }
}
