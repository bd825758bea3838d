package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configurations of a bucket of which there can be many, each with an id: analytics, metrics,
 * inventory and intelligent tiering.
 */
final class IdentifiedConfigurations {
  private static final int MOST = 100;

  private final S3State state;

  IdentifiedConfigurations(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    addTo(table, "Analytics");
    addTo(table, "Metrics");
    addTo(table, "Inventory");
    addTo(table, "IntelligentTiering");
  }

  private void addTo(S3Engine.Table table, String kind) {
    String member = kind + "Configuration";
    String action = kind + "Configuration";
    table.add("PutBucket" + member, "Put" + action, request -> put(request, member));
    table.add("GetBucket" + member, "Get" + action, request -> get(request, member));
    table.add("DeleteBucket" + member, "Put" + action, request -> delete(request, member));
    table.add(
        "ListBucket" + kind + "Configurations", "Get" + action, request -> list(request, member));
  }

  private Map<String, ?> put(Request request, String member) {
    String id = request.text("Id");
    Structure configuration = request.input.structure(member);
    if (configuration == null || configuration.text("Id") == null) {
      throw S3Errors.malformedXml();
    }
    if (!id.equals(configuration.text("Id"))) {
      throw S3Errors.of(
          400, "InvalidArgument", "The ID in the request does not match the configuration's ID");
    }
    state.change(
        change -> {
          Bucket bucket = request.current();
          Map<String, Object> all = new TreeMap<>(stored(bucket, member));
          all.put(id, configuration);
          state.put(bucket.withConfiguration(member, all));
          return true;
        });
    return Map.of();
  }

  private static Map<String, Object> stored(Bucket bucket, String member) {
    Structure stored = bucket.configuration(member);
    return stored == null ? Map.of() : stored;
  }

  private Map<String, ?> get(Request request, String member) {
    Object found = stored(request.bucket(), member).get(request.text("Id"));
    if (found == null) {
      throw missing();
    }
    return Map.of(member, found);
  }

  private Map<String, ?> delete(Request request, String member) {
    state.change(
        change -> {
          Bucket bucket = request.current();
          Map<String, Object> all = new TreeMap<>(stored(bucket, member));
          if (all.remove(request.text("Id")) == null) {
            throw missing();
          }
          state.put(bucket.withConfiguration(member, all));
          return true;
        });
    return Map.of();
  }

  private static RuntimeException missing() {
    return S3Errors.of(404, "NoSuchConfiguration", "The specified configuration does not exist.");
  }

  private Map<String, ?> list(Request request, String member) {
    String token = request.input.text("ContinuationToken");
    String after = token == null ? "" : Tokens.read(token);
    List<Object> page = new ArrayList<>();
    String last = "";
    boolean truncated = false;
    for (Map.Entry<String, Object> entry :
        new TreeMap<>(stored(request.bucket(), member)).entrySet()) {
      if (entry.getKey().compareTo(after) <= 0) {
        continue;
      }
      if (page.size() == MOST) {
        truncated = true;
        break;
      }
      page.add(entry.getValue());
      last = entry.getKey();
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("IsTruncated", truncated);
    output.put("ContinuationToken", token);
    output.put("NextContinuationToken", truncated ? Tokens.of(last) : null);
    output.put(member + "List", page);
    return output;
  }
}
