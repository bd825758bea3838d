package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Replication configurations, which are checked and stored. */
final class Replication {
  private final S3State state;

  Replication(S3State state) {
    this.state = state;
  }

  static void check(Bucket bucket, Structure configuration) {
    if (!bucket.isVersioned()) {
      throw S3Errors.of(
          400,
          "InvalidRequest",
          "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
          "BucketName",
          bucket.name());
    }
    if (configuration.text("Role") == null || configuration.structures("Rules").isEmpty()) {
      throw S3Errors.malformedXml();
    }
    for (Structure rule : configuration.structures("Rules")) {
      if (rule.text("Destination", "Bucket") == null || rule.text("Status") == null) {
        throw S3Errors.malformedXml();
      }
    }
  }

  /** Returns a configuration whose rules have ids, priorities and filters. */
  Structure completed(Structure configuration) {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (Structure each : configuration.structures("Rules")) {
      Map<String, Object> rule = new LinkedHashMap<>(each);
      rule.putIfAbsent(
          "ID",
          new UUID(state.context.random().nextLong(), state.context.random().nextLong())
              .toString());
      if (!rule.containsKey("Prefix")) {
        rule.putIfAbsent("Priority", 1);
        rule.putIfAbsent("DeleteMarkerReplication", Map.of("Status", "Disabled"));
        rule.putIfAbsent("Filter", Map.of("Prefix", ""));
      }
      rules.add(rule);
    }
    Map<String, Object> completed = new LinkedHashMap<>();
    completed.put("Role", configuration.text("Role"));
    completed.put("Rules", rules);
    return Structures.of(completed);
  }
}
