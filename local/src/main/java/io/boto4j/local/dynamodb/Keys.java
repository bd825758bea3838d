package io.boto4j.local.dynamodb;

import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.table.Index;
import io.boto4j.local.dynamodb.table.KeySchema;
import io.boto4j.local.dynamodb.table.KeySchema.KeyAttribute;
import io.boto4j.local.dynamodb.table.Table;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Sizes;
import io.boto4j.local.dynamodb.value.Value;
import java.util.Collection;
import java.util.List;

/** The checks of keys: of requests, of items, and of the items that indexes would have. */
final class Keys {
  private Keys() {}

  /** Checks the key of a request and encodes it. */
  static byte[] encode(Attributes key, Table table) {
    KeySchema schema = table.key();
    if (key.count() != schema.partition().size() + schema.sort().size()) {
      throw mismatch();
    }
    checkPieces(key, schema);
    return table.keyOf(key);
  }

  private static void checkPieces(Attributes key, KeySchema schema) {
    for (KeyAttribute attribute : schema.all()) {
      Value value = key.find(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw mismatch();
      }
      checkNotEmpty(attribute.name(), value);
    }
    checkSizes(key, schema);
  }

  static RuntimeException mismatch() {
    return Failures.validation("The provided key element does not match the schema");
  }

  private static void checkNotEmpty(String name, Value value) {
    if (isEmpty(value)) {
      throw Failures.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + kind(value)
              + " value. Key: "
              + name);
    }
  }

  private static boolean isEmpty(Value value) {
    return (value instanceof Value.Text text && text.text().isEmpty())
        || (value instanceof Value.Binary binary && binary.bytes().length == 0);
  }

  private static String kind(Value value) {
    return value.type() == Value.Type.S ? "string" : "binary";
  }

  private static void checkSizes(Attributes item, KeySchema schema) {
    if (size(item, schema.partition()) > Sizes.PARTITION_KEY) {
      throw Failures.parameter(
          "Size of hashkey has exceeded the maximum size limit of"
              + Sizes.PARTITION_KEY
              + " bytes");
    }
    if (size(item, schema.sort()) > Sizes.SORT_KEY) {
      throw Failures.parameter(
          "Aggregated size of all range keys has exceeded the size limit of "
              + Sizes.SORT_KEY
              + " bytes");
    }
  }

  private static int size(Attributes item, List<KeyAttribute> attributes) {
    int size = 0;
    for (KeyAttribute attribute : attributes) {
      Value value = item.find(attribute.name());
      size += value == null || value.type() == Value.Type.N ? 0 : value.size();
    }
    return size;
  }

  /** Checks an item that is to be put. */
  static void checkItem(Attributes item, Table table) {
    for (KeyAttribute attribute : table.key().all()) {
      Value value = item.find(attribute.name());
      if (value == null) {
        throw Failures.parameter("Missing the key " + attribute.name() + " in the item");
      }
      if (value.type() != attribute.type()) {
        throw Failures.parameter(
            "Type mismatch for key "
                + attribute.name()
                + " expected: "
                + attribute.type()
                + " actual: "
                + value.type());
      }
      checkNotEmpty(attribute.name(), value);
    }
    checkSizes(item, table.key());
    for (Index index : table.indexes()) {
      checkIndexed(item, index);
    }
  }

  private static void checkIndexed(Attributes item, Index index) {
    for (KeyAttribute attribute : index.key().all()) {
      Value value = item.find(attribute.name());
      if (value == null) {
        continue;
      }
      if (value.type() != attribute.type()) {
        throw indexMismatch(attribute, value.type(), index);
      }
      if (isEmpty(value)) {
        throw Failures.validation(
            "One or more parameter values are not valid. A value specified for a secondary index"
                + " key is not supported. The AttributeValue for a key attribute cannot contain an"
                + " empty "
                + kind(value)
                + " value. IndexName: "
                + index.name()
                + ", IndexKey: "
                + attribute.name());
      }
    }
    checkSizes(item, index.key());
  }

  static RuntimeException indexMismatch(KeyAttribute attribute, Value.Type actual, Index index) {
    return Failures.parameter(
        "Type mismatch for Index Key "
            + attribute.name()
            + " Expected: "
            + attribute.type()
            + " Actual: "
            + actual
            + " IndexName: "
            + index.name());
  }

  /** Checks the index keys of an item that is the result of an update. */
  static void checkUpdated(Attributes item, Table table) {
    for (Index index : table.indexes()) {
      for (KeyAttribute attribute : index.key().all()) {
        Value value = item.find(attribute.name());
        if (value == null || table.key().has(attribute.name())) {
          continue;
        }
        if (value.type() != attribute.type()) {
          throw Failures.validation(
              "The update expression attempted to update the secondary index key to unsupported"
                  + " type");
        }
        if (isEmpty(value)) {
          throw Failures.validation(
              "One or more parameter values are not valid. The update expression attempted to"
                  + " update a secondary index key to a value that is not supported. The"
                  + " AttributeValue for a key attribute cannot contain an empty "
                  + kind(value)
                  + " value.");
        }
      }
      checkSizes(item, index.key());
    }
  }

  /** Checks that no path leads into a key attribute. */
  static void checkScalar(Collection<Path> paths, Table table) {
    for (Path path : paths) {
      if (path.isNested()) {
        boolean isKey = table.key().has(path.head());
        if (isKey || table.indexKeys().contains(path.head())) {
          throw Failures.validation(
              "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                  + " allowed: "
                  + (isKey ? "Key: " : "IndexKey: ")
                  + path.head());
        }
      }
    }
  }
}
