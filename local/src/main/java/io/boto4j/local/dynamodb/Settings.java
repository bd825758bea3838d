package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of existing tables: tags, time to live, contributor insights; limits, endpoints. */
final class Settings {
  private static final int TAGS_ON_PAGE = 10;
  private static final int MOST_TAGS = 50;
  private static final String TTL = "TimeToLive";
  private static final String INSIGHTS = "ContributorInsights";

  private final Tables tables;
  private final EngineContext context;
  private final TableSettings settings;

  Settings(Tables tables, EngineContext context, TableSettings settings) {
    this.tables = tables;
    this.context = context;
    this.settings = settings;
  }

  private Table ofArn(Structure input) {
    String arn = input.text("ResourceArn");
    Table table = arn == null ? null : tables.find(arn);
    if (table == null) {
      throw new EngineException(
          "ResourceNotFoundException",
          "Requested resource not found: ResourcArn: " + arn + " not found");
    }
    return table;
  }

  Map<String, ?> tagResource(Structure input) {
    List<Structure> added = input.structures("Tags");
    if (added.isEmpty()) {
      throw Failures.validation("Atleast one Tag needs to be provided as Input.");
    }
    changeTags(
        ofArn(input),
        tags -> added.forEach(tag -> tags.put(String.valueOf(tag.text("Key")), value(tag))));
    return Map.of();
  }

  private static String value(Structure tag) {
    String value = tag.text("Value");
    return value == null ? "" : value;
  }

  Map<String, ?> untagResource(Structure input) {
    List<String> removed = input.texts("TagKeys");
    if (removed.isEmpty()) {
      throw Failures.validation("Atleast one Tag Key needs to be provided as Input.");
    }
    changeTags(ofArn(input), tags -> removed.forEach(tags::remove));
    return Map.of();
  }

  /** A change of tags. */
  private interface TagChange {
    void apply(Map<String, String> tags);
  }

  private void changeTags(Table table, TagChange change) {
    tables.change(
        table,
        changed -> {
          Map<String, String> tags = new LinkedHashMap<>();
          for (Map<String, Object> tag : Table.maps(changed, "Tags")) {
            tags.put(String.valueOf(tag.get("Key")), String.valueOf(tag.get("Value")));
          }
          change.apply(tags);
          if (tags.size() > MOST_TAGS) {
            throw new EngineException(
                "LimitExceededException",
                "Subscriber limit exceeded: Only " + MOST_TAGS + " tags are allowed per resource");
          }
          List<Object> list = new ArrayList<>();
          tags.forEach((key, value) -> list.add(Map.of("Key", key, "Value", value)));
          changed.put("Tags", list);
          return changed;
        });
  }

  Map<String, ?> listTagsOfResource(Structure input) {
    List<Map<String, Object>> tags = Table.maps(ofArn(input).settings(), "Tags");
    String token = input.text("NextToken");
    int from = 0;
    while (token != null && from < tags.size() && !token.equals(tags.get(from).get("Key"))) {
      from++;
    }
    int to = Math.min(tags.size(), from + TAGS_ON_PAGE);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Tags", tags.subList(from, to));
    if (to < tags.size()) {
      output.put("NextToken", tags.get(to).get("Key"));
    }
    return output;
  }

  Map<String, ?> updateTimeToLive(Structure input) {
    Table table = tables.describe(input.text("TableName"));
    Structure specification = input.map("TimeToLiveSpecification");
    boolean enable = Boolean.TRUE.equals(specification.bool("Enabled"));
    String attribute = specification.text("AttributeName");
    if (attribute == null || attribute.isEmpty()) {
      throw Failures.validation(
          "1 validation error detected: Value '"
              + attribute
              + "' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member"
              + " must have length greater than or equal to 1");
    }
    tables.change(
        table,
        changed -> {
          Object current =
              changed.get(TTL) instanceof Map<?, ?> ttl ? ttl.get("AttributeName") : null;
          if (enable && current != null) {
            throw Failures.validation("TimeToLive is already enabled");
          }
          if (!enable && current == null) {
            throw Failures.validation("TimeToLive is already disabled");
          }
          if (!enable && !attribute.equals(current)) {
            throw Failures.validation(
                "TimeToLive is active on a different AttributeName: current AttributeName is "
                    + current);
          }
          if (enable) {
            changed.put(TTL, Map.of("AttributeName", attribute));
          } else {
            changed.remove(TTL);
          }
          return changed;
        });
    return Map.of("TimeToLiveSpecification", Map.of("Enabled", enable, "AttributeName", attribute));
  }

  Map<String, ?> describeTimeToLive(Structure input) {
    Object attribute = tables.describe(input.text("TableName")).map(TTL).get("AttributeName");
    return Map.of(
        "TimeToLiveDescription",
        attribute == null
            ? Map.of("TimeToLiveStatus", "DISABLED")
            : Map.of("TimeToLiveStatus", "ENABLED", "AttributeName", attribute));
  }

  Map<String, ?> updateContributorInsights(Structure input) {
    Table table = tables.describe(input.text("TableName"));
    String index = checkedIndex(table, input.text("IndexName"));
    boolean enable = "ENABLE".equals(input.text("ContributorInsightsAction"));
    tables.change(
        table,
        changed -> {
          Map<String, Object> all = new LinkedHashMap<>();
          if (changed.get(INSIGHTS) instanceof Map<?, ?> map) {
            map.forEach((name, each) -> all.put(String.valueOf(name), each));
          }
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("ContributorInsightsStatus", enable ? "ENABLED" : "DISABLED");
          one.put("LastUpdateDateTime", settings.now());
          String mode = input.text("ContributorInsightsMode");
          if (mode != null) {
            one.put("ContributorInsightsMode", mode);
          }
          all.put(index == null ? "" : index, one);
          changed.put(INSIGHTS, all);
          return changed;
        });
    Map<String, Object> output = new LinkedHashMap<>(insights(table, index));
    output.remove("LastUpdateDateTime");
    output.put("ContributorInsightsStatus", enable ? "ENABLING" : "DISABLING");
    return output;
  }

  private static @Nullable String checkedIndex(Table table, @Nullable String index) {
    if (index != null && table.index(index) == null) {
      throw new EngineException(
          "ResourceNotFoundException",
          "Requested resource not found: Table: "
              + table.name()
              + " or Index: "
              + index
              + " not found");
    }
    return index;
  }

  private static Map<String, Object> insights(Table table, @Nullable String index) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("TableName", table.name());
    if (index != null) {
      output.put("IndexName", index);
    }
    output.put("ContributorInsightsStatus", "DISABLED");
    if (table.map(INSIGHTS).get(index == null ? "" : index) instanceof Map<?, ?> map) {
      map.forEach((name, each) -> output.put(String.valueOf(name), each));
    }
    return output;
  }

  Map<String, ?> describeContributorInsights(Structure input) {
    Table table = tables.describe(input.text("TableName"));
    Map<String, Object> output = insights(table, checkedIndex(table, input.text("IndexName")));
    if ("ENABLED".equals(output.get("ContributorInsightsStatus"))) {
      String rule = "DynamoDBContributorInsights-%s-" + table.name();
      output.put(
          "ContributorInsightsRuleList",
          List.of(String.format(rule, "PKC"), String.format(rule, "PKT")));
    }
    return output;
  }

  Map<String, ?> listContributorInsights(Structure input) {
    String name = input.text("TableName");
    List<Object> summaries = new ArrayList<>();
    for (Table table : name == null ? tables.all().values() : List.of(tables.describe(name))) {
      for (Object index : table.map(INSIGHTS).keySet()) {
        String indexName = String.valueOf(index);
        Map<String, Object> summary =
            new LinkedHashMap<>(insights(table, indexName.isEmpty() ? null : indexName));
        summary.remove("LastUpdateDateTime");
        summaries.add(summary);
      }
    }
    return Map.of("ContributorInsightsSummaries", summaries);
  }

  Map<String, ?> describeLimits(Structure input) {
    return Map.of(
        "AccountMaxReadCapacityUnits", 20_000L,
        "AccountMaxWriteCapacityUnits", 20_000L,
        "TableMaxReadCapacityUnits", 10_000L,
        "TableMaxWriteCapacityUnits", 10_000L);
  }

  Map<String, ?> describeEndpoints(Structure input) {
    return Map.of(
        "Endpoints",
        List.of(
            Map.of(
                "Address",
                "dynamodb." + context.region() + ".amazonaws.com",
                "CachePeriodInMinutes",
                1440L)));
  }
}
