package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** The tags of functions, event source mappings and code signing configurations. */
final class Tagging {
  private final Functions functions;
  private final MVMap<String, Object> mappings;
  private final MVMap<String, Object> codeSigning;

  Tagging(Functions functions) {
    this.functions = functions;
    this.mappings = functions.context.store().map("mappings");
    this.codeSigning = functions.context.store().map("codeSigning");
  }

  void register(OperationTable table) {
    table.write("TagResource", this::tag);
    table.write("UntagResource", this::untag);
    table.read("ListTags", call -> Map.of("Tags", new Place(call).tags()));
  }

  /** The place of the tags of a resource. */
  private final class Place {
    private final String kind;
    private final String key;

    Place(EngineCall call) {
      String arn = Functions.text(call.input(), "Resource");
      String[] parts = arn.split(":", -1);
      this.kind = parts.length > 6 ? parts[5] : "";
      this.key = kind.equals("code-signing-config") ? arn : parts[parts.length - 1];
      if (kind.equals("function") && parts.length > 7) {
        throw LambdaErrors.parameter(
            "Tags on function aliases and versions are not supported. Please specify a function"
                + " ARN.");
      }
      switch (kind) {
        case "function" -> functions.get(new FunctionId(key, null));
        case "event-source-mapping", "code-signing-config" -> {
          if (!map().containsKey(key)) {
            throw LambdaErrors.nothing();
          }
        }
        default ->
            throw LambdaErrors.constraint(
                arn,
                "resource",
                "Member must satisfy regular expression pattern: "
                    + "arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:"
                    + "\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|"
                    + "code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[a-f0-9]{8}-"
                    + "[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})");
      }
    }

    private MVMap<String, Object> map() {
      return kind.equals("event-source-mapping") ? mappings : codeSigning;
    }

    private Structure resource() {
      return kind.equals("function")
          ? functions.get(new FunctionId(key, null))
          : Functions.structure(map().get(key));
    }

    Structure tags() {
      return resource().map("Tags");
    }

    void put(Map<String, Object> tags) {
      Map<String, Object> changed = new LinkedHashMap<>(resource());
      changed.put("Tags", tags);
      if (kind.equals("function")) {
        functions.put(key, changed);
      } else {
        map().put(key, changed);
      }
    }
  }

  private Map<String, ?> tag(EngineCall call) {
    Place place = new Place(call);
    Map<String, Object> tags = new LinkedHashMap<>(place.tags());
    tags.putAll(call.input().map("Tags"));
    if (tags.size() > 50) {
      throw LambdaErrors.parameter("Number of tags exceeds resource tag limit.");
    }
    place.put(tags);
    return Map.of();
  }

  private Map<String, ?> untag(EngineCall call) {
    Place place = new Place(call);
    Map<String, Object> tags = new LinkedHashMap<>(place.tags());
    call.input().texts("TagKeys").forEach(tags::remove);
    place.put(tags);
    return Map.of();
  }
}
