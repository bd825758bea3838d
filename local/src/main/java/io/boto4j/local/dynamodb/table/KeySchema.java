package io.boto4j.local.dynamodb.table;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.KeyEncoding;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key of a table or index. That of a global index can have several attributes in each part.
 *
 * @param partition the attributes of the partition key
 * @param sort the attributes of the sort key, maybe none
 */
public record KeySchema(List<KeyAttribute> partition, List<KeyAttribute> sort) {
  /**
   * An attribute of a key.
   *
   * @param name the name
   * @param type the type
   */
  public record KeyAttribute(String name, Value.Type type) {}

  /**
   * Reads a key schema.
   *
   * @param schema the {@code KeySchema} of a request
   * @param types the types of the attributes by their names
   * @return the schema
   */
  static KeySchema of(List<? extends Map<?, ?>> schema, Map<String, Value.Type> types) {
    List<KeyAttribute> partition = new ArrayList<>();
    List<KeyAttribute> sort = new ArrayList<>();
    for (Map<?, ?> element : schema) {
      String name = String.valueOf(element.get("AttributeName"));
      KeyAttribute attribute = new KeyAttribute(name, types.getOrDefault(name, Value.Type.S));
      ("HASH".equals(element.get("KeyType")) ? partition : sort).add(attribute);
    }
    return new KeySchema(List.copyOf(partition), List.copyOf(sort));
  }

  /**
   * Returns all attributes of the key.
   *
   * @return the partition key's and then the sort key's
   */
  public List<KeyAttribute> all() {
    if (sort.isEmpty()) {
      return partition;
    }
    List<KeyAttribute> all = new ArrayList<>(partition);
    all.addAll(sort);
    return all;
  }

  /**
   * Returns whether an attribute is part of the key.
   *
   * @param name the name of the attribute
   * @return whether it is
   */
  public boolean has(String name) {
    return find(partition, name) != null || find(sort, name) != null;
  }

  private static @Nullable KeyAttribute find(List<KeyAttribute> attributes, String name) {
    for (KeyAttribute attribute : attributes) {
      if (attribute.name.equals(name)) {
        return attribute;
      }
    }
    return null;
  }

  /**
   * Encodes the key of an item.
   *
   * @param item the item
   * @param key receives the key
   * @return false if the item lacks a part of it
   */
  boolean encode(Attributes item, KeyEncoding key) {
    return encode(partition, item, key) && encode(sort, item, key);
  }

  private static boolean encode(List<KeyAttribute> attributes, Attributes item, KeyEncoding key) {
    for (int i = 0; i < attributes.size(); i++) {
      KeyAttribute attribute = attributes.get(i);
      Value value = item.find(attribute.name);
      if (value == null || value.type() != attribute.type) {
        return false;
      }
      key.add(value);
    }
    return true;
  }
}
