package io.boto4j.local.iam;

import io.boto4j.Structure;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The tags of all kinds of entities. */
final class Tags {
  private static final int MAX = 50;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");

  private Tags() {}

  /** The tags of a request that creates an entity. */
  static List<Map<String, String>> checked(Structure input) {
    return plain(check(input.structures("Tags")));
  }

  private static List<Structure> check(List<Structure> tags) {
    if (tags.size() > MAX) {
      throw IamErrors.constraint(tags, "tags", "Member must have length less than or equal to 50.");
    }
    Set<String> keys = new HashSet<>();
    for (Structure tag : tags) {
      String key = String.valueOf(tag.text("Key"));
      if (!keys.add(key.toLowerCase(Locale.ROOT))) {
        throw IamErrors.invalidInput(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
      checkKey(key, "tags.X.member.key");
      String value = String.valueOf(tag.text("Value"));
      if (value.length() > 256) {
        throw IamErrors.constraint(
            value, "tags.X.member.value", "Member must have length less than or equal to 256.");
      }
    }
    return tags;
  }

  private static void checkKey(String key, String place) {
    if (key.length() > 128) {
      throw IamErrors.constraint(key, place, "Member must have length less than or equal to 128.");
    }
    if (!KEY.matcher(key).matches()) {
      throw IamErrors.constraint(
          key, place, "Member must satisfy regular expression pattern: " + KEY.pattern());
    }
  }

  private static List<Map<String, String>> plain(List<Structure> tags) {
    List<Map<String, String>> plain = new ArrayList<>();
    for (Structure tag : tags) {
      plain.add(
          Map.of(
              "Key", String.valueOf(tag.text("Key")), "Value", String.valueOf(tag.text("Value"))));
    }
    return plain;
  }

  /**
   * Adds the three operations of one kind.
   *
   * @param kind as in the names of the operations
   * @param member the member of the input that names the entity
   */
  static void register(OperationTable table, String kind, String member, Entities entities) {
    table.write(
        "Tag" + kind,
        call -> {
          Structure entity = entities.get(call.input().text(member));
          Map<String, Map<String, String>> tags = new LinkedHashMap<>();
          plain(entity.structures("Tags")).forEach(tag -> tags.put(lowerKey(tag), tag));
          for (Map<String, String> tag : checked(call.input())) {
            tags.put(lowerKey(tag), tag);
          }
          entities.edit(name(call.input(), member), "Tags", List.copyOf(tags.values()));
          return Map.of();
        });
    table.write(
        "Untag" + kind,
        call -> {
          Structure entity = entities.get(call.input().text(member));
          List<String> keys = call.input().texts("TagKeys");
          if (keys.size() > MAX) {
            throw IamErrors.constraint(
                keys, "tagKeys", "Member must have length less than or equal to 50.");
          }
          Set<String> gone = new HashSet<>();
          for (String key : keys) {
            checkKey(key, "tagKeys");
            gone.add(key.toLowerCase(Locale.ROOT));
          }
          List<Map<String, String>> left = new ArrayList<>(plain(entity.structures("Tags")));
          left.removeIf(tag -> gone.contains(lowerKey(tag)));
          entities.edit(name(call.input(), member), "Tags", left);
          return Map.of();
        });
    table.read(
        "List" + kind + "Tags",
        call -> {
          Structure entity = entities.get(call.input().text(member));
          return Pages.numbered(call.input(), "Tags", entity.structures("Tags"));
        });
  }

  private static String name(Structure input, String member) {
    return String.valueOf(input.text(member));
  }

  private static String lowerKey(Map<String, String> tag) {
    return String.valueOf(tag.get("Key")).toLowerCase(Locale.ROOT);
  }
}
