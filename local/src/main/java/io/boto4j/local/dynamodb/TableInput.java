package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.value.Failures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The checks of what {@code CreateTable} and {@code UpdateTable} are given. */
final class TableInput {
  private static final List<String> KEY_TYPES = List.of("HASH", "RANGE");
  private static final long MOST_UNITS = 1_000_000_000_000L;
  private static final int MOST_LOCAL = 5;
  private static final int MOST_GLOBAL = 20;

  /** The most attributes in each part of the key of a global index. */
  private static final int MOST_PARTS = 4;

  private static final int WARM_READS = 12_000;
  private static final int WARM_WRITES = 4_000;

  private TableInput() {}

  static void checkName(@Nullable String name) {
    if (name == null) {
      throw Failures.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    if (name.length() < 3 || name.length() > 255) {
      throw Failures.validation(
          "TableName must be at least 3 characters long and at most 255 characters long");
    }
    checkPattern(name, "tableName");
  }

  private static void checkPattern(String name, String at) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80 || (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && c != '-')) {
        throw Constraints.failure(
            "'" + name + "'",
            at,
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
      }
    }
  }

  static void checkCreate(Structure input) {
    checkName(input.text("TableName"));
    Constraints.check(
        input.text("BillingMode"), "billingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"));
    List<Structure> keys = input.structures("KeySchema");
    checkKeyTypes(keys, "keySchema");
    checkIndexKeyTypes(input, "GlobalSecondaryIndexes", "globalSecondaryIndexes");
    checkIndexKeyTypes(input, "LocalSecondaryIndexes", "localSecondaryIndexes");
    if (keys.size() > 2) {
      throw tooManyKeys(keys);
    }
    checkBilling(input);
    boolean indexed =
        input.get("GlobalSecondaryIndexes") != null || input.get("LocalSecondaryIndexes") != null;
    checkNotEmpty(input, "LocalSecondaryIndexes");
    checkNotEmpty(input, "GlobalSecondaryIndexes");
    checkDefinitions(input, indexed);
    checkKey(keys);
    Set<String> names = new HashSet<>();
    checkLocal(input, names);
    List<Structure> global = input.structures("GlobalSecondaryIndexes");
    global.forEach(index -> checkGlobal(index, names));
    if (global.size() > MOST_GLOBAL) {
      throw Failures.parameter(
          "GlobalSecondaryIndex count exceeds the per-table limit of " + MOST_GLOBAL);
    }
    checkWarm(input, "table");
  }

  private static void checkNotEmpty(Structure input, String member) {
    if (input.get(member) != null && input.list(member).isEmpty()) {
      throw Failures.parameter("List of " + member + " is empty");
    }
  }

  private static void checkIndexKeyTypes(Structure input, String member, String at) {
    List<Structure> indexes = input.structures(member);
    for (int i = 0; i < indexes.size(); i++) {
      checkKeyTypes(
          indexes.get(i).structures("KeySchema"), at + "." + (i + 1) + ".member.keySchema");
    }
  }

  private static void checkKeyTypes(List<Structure> keys, String at) {
    for (int i = 0; i < keys.size(); i++) {
      Constraints.check(
          keys.get(i).text("KeyType"), at + "." + (i + 1) + ".member.keyType", KEY_TYPES);
    }
  }

  private static RuntimeException tooManyKeys(List<Structure> keys) {
    List<String> shown = new ArrayList<>();
    for (Structure key : keys) {
      shown.add(
          "KeySchemaElement(attributeName="
              + key.text("AttributeName")
              + ", keyType="
              + key.text("KeyType")
              + ")");
    }
    return Constraints.failure(
        "'" + shown + "'", "keySchema", "Member must have length less than or equal to 2");
  }

  private static void checkBilling(Structure input) {
    Structure throughput = input.structure("ProvisionedThroughput");
    if ("PAY_PER_REQUEST".equals(input.text("BillingMode"))) {
      if (throughput != null) {
        throw Failures.parameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST");
      }
      return;
    }
    if (throughput == null) {
      throw Failures.parameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    checkUnits(throughput, "provisionedThroughput");
  }

  static void checkUnits(Structure throughput, String at) {
    for (String member : List.of("ReadCapacityUnits", "WriteCapacityUnits")) {
      Long units = throughput.longInteger(member);
      String place =
          at + "." + member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
      if (units == null) {
        throw Constraints.failure("null", place, "Member must not be null");
      }
      if (units < 1) {
        throw Constraints.failure(
            "'" + units + "'", place, "Member must have value greater than or equal to 1");
      }
      if (units > MOST_UNITS) {
        throw Failures.validation("Given value " + units + " for " + member + " is out of bounds");
      }
    }
  }

  private static List<String> names(List<Structure> elements) {
    List<String> names = new ArrayList<>();
    elements.forEach(element -> names.add(String.valueOf(element.text("AttributeName"))));
    return names;
  }

  private static void checkDefinitions(Structure input, boolean indexed) {
    Set<String> defined = new TreeSet<>(names(input.structures("AttributeDefinitions")));
    Set<String> used = new TreeSet<>(names(input.structures("KeySchema")));
    for (String member : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
      input.structures(member).forEach(index -> used.addAll(names(index.structures("KeySchema"))));
    }
    if (defined.equals(used)) {
      return;
    }
    Set<String> undefined = new TreeSet<>(used);
    undefined.removeAll(defined);
    if (!indexed && defined.size() > used.size()) {
      throw Failures.parameter(
          "Number of attributes in KeySchema does not exactly match number of attributes defined in"
              + " AttributeDefinitions");
    }
    if (!indexed && defined.size() < used.size()) {
      throw Failures.validation("Invalid KeySchema: Some index key attribute have no definition");
    }
    if (!undefined.isEmpty()) {
      throw undefined(undefined, defined);
    }
    throw Failures.parameter(
        "Some AttributeDefinitions are not used. AttributeDefinitions: "
            + defined
            + ", keys used: "
            + used);
  }

  private static RuntimeException undefined(Set<String> keys, Set<String> defined) {
    return Failures.parameter(
        "Some index key attributes are not defined in AttributeDefinitions. Keys: "
            + keys
            + ", AttributeDefinitions: "
            + defined);
  }

  private static void checkKey(List<Structure> keys) {
    if (keys.size() == 2
        && String.valueOf(keys.get(0).text("AttributeName"))
            .equals(keys.get(1).text("AttributeName"))) {
      throw Failures.validation(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    if (!"HASH".equals(keys.get(0).text("KeyType"))) {
      throw Failures.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (keys.size() == 2 && !"RANGE".equals(keys.get(1).text("KeyType"))) {
      throw Failures.validation(
          "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    }
  }

  private static void checkLocal(Structure input, Set<String> names) {
    List<Structure> indexes = input.structures("LocalSecondaryIndexes");
    if (indexes.isEmpty()) {
      return;
    }
    List<Structure> tableKeys = input.structures("KeySchema");
    if (tableKeys.size() != 2) {
      throw Failures.parameter(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    for (Structure index : indexes) {
      List<Structure> keys = index.structures("KeySchema");
      checkKey(keys);
      if (keys.size() != 2) {
        throw Failures.parameter(
            "Index KeySchema does not have a range key for index: " + index.text("IndexName"));
      }
      String hash = String.valueOf(keys.get(0).text("AttributeName"));
      String tableHash = String.valueOf(tableKeys.get(0).text("AttributeName"));
      if (!hash.equals(tableHash)) {
        throw Failures.parameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                + index.text("IndexName")
                + ". index hash key: "
                + hash
                + ", table hash key: "
                + tableHash);
      }
      checkProjection(index);
      checkIndexName(index, names);
    }
    if (indexes.size() > MOST_LOCAL) {
      throw Failures.parameter(
          "Number of LocalSecondaryIndexes exceeds per-table limit of " + MOST_LOCAL);
    }
  }

  private static void checkIndexName(Structure index, Set<String> names) {
    String name = String.valueOf(index.text("IndexName"));
    if (name.length() < 3 || name.length() > 255) {
      throw Constraints.failure(
          "'" + name + "'",
          "indexName",
          name.length() < 3
              ? "Member must have length greater than or equal to 3"
              : "Member must have length less than or equal to 255");
    }
    checkPattern(name, "indexName");
    if (!names.add(name)) {
      throw Failures.parameter("Duplicate index name: " + name);
    }
  }

  private static void checkProjection(Structure index) {
    String type = index.text("Projection", "ProjectionType");
    Constraints.check(type, "projection.projectionType", List.of("ALL", "INCLUDE", "KEYS_ONLY"));
    if (type == null) {
      throw Failures.parameter("Unknown ProjectionType: null");
    }
    boolean included = !index.list("Projection", "NonKeyAttributes").isEmpty();
    if (included && !type.equals("INCLUDE")) {
      throw Failures.parameter("ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    if (!included && type.equals("INCLUDE")) {
      throw Failures.parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
  }

  static void checkGlobal(Structure index, Set<String> names) {
    List<Structure> keys = index.structures("KeySchema");
    if (keys.size() <= 2 && !isComposite(keys)) {
      checkKey(keys);
    }
    for (String type : KEY_TYPES) {
      long parts = keys.stream().filter(key -> type.equals(key.text("KeyType"))).count();
      if (parts > MOST_PARTS) {
        throw Failures.parameter(
            "Number of " + type + " key attributes exceeds the limit of " + MOST_PARTS);
      }
    }
    checkProjection(index);
    checkIndexName(index, names);
    Structure throughput = index.structure("ProvisionedThroughput");
    if (throughput != null) {
      checkUnits(throughput, "provisionedThroughput");
    }
    checkWarm(index, "index " + index.text("IndexName"));
  }

  private static boolean isComposite(List<Structure> keys) {
    return keys.size() == 2
        && "HASH".equals(keys.get(0).text("KeyType"))
        && "HASH".equals(keys.get(1).text("KeyType"));
  }

  static void checkWarm(Structure input, String subject) {
    Structure throughput = input.structure("ProvisionedThroughput");
    String initial =
        throughput == null ? "initial throughput for OnDemand" : "%s of ProvisionedThroughput";
    checkWarm(input, "Read", throughput, WARM_READS, subject, initial);
    checkWarm(input, "Write", throughput, WARM_WRITES, subject, initial);
  }

  private static void checkWarm(
      Structure input,
      String kind,
      @Nullable Structure throughput,
      long onDemand,
      String subject,
      String initial) {
    Long warm = input.longInteger("WarmThroughput", kind + "UnitsPerSecond");
    Long units = throughput == null ? null : throughput.longInteger(kind + "CapacityUnits");
    long least = units == null ? onDemand : units;
    if (warm != null && warm < least) {
      throw Failures.parameter(
          "Requested "
              + kind
              + "UnitsPerSecond for WarmThroughput for "
              + subject
              + " is lower than "
              + String.format(initial, kind + "CapacityUnits"));
    }
  }
}
