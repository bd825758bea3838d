package io.boto4j.model.smithy;

import org.jspecify.annotations.Nullable;

/** The types of shapes in a model's file. */
enum AstType {
  BLOB("blob", "blob"),
  BOOLEAN("boolean", "boolean"),
  STRING("string", "string"),
  TIMESTAMP("timestamp", "timestamp"),
  BYTE("byte", "integer"),
  SHORT("short", "integer"),
  INTEGER("integer", "integer"),
  LONG("long", "long"),
  FLOAT("float", "float"),
  DOUBLE("double", "double"),
  BIG_INTEGER("bigInteger", "biginteger"),
  BIG_DECIMAL("bigDecimal", "bigdecimal"),
  DOCUMENT("document", "structure"),
  ENUM("enum", "string"),
  INT_ENUM("intEnum", "integer"),
  LIST("list", "list"),
  /** A list in a model of version 1.0. */
  SET("set", "list"),
  MAP("map", "map"),
  STRUCTURE("structure", "structure"),
  UNION("union", "structure"),
  OPERATION("operation", null),
  RESOURCE("resource", null),
  SERVICE("service", null);

  private final String spelling;
  private final @Nullable String botocoreType;

  AstType(String spelling, @Nullable String botocoreType) {
    this.spelling = spelling;
    this.botocoreType = botocoreType;
  }

  /** Returns the type with a spelling. */
  static AstType of(Node spelling) {
    String text = spelling.text();
    for (AstType type : values()) {
      if (type.spelling.equals(text)) {
        return type;
      }
    }
    throw spelling.broken("\"" + Excerpt.of(text) + "\" is not a type of shapes");
  }

  /** Returns the type's name in a botocore-format file; null for one without values. */
  @Nullable String botocoreType() {
    return botocoreType;
  }

  boolean isList() {
    return this == LIST || this == SET;
  }

  /** Whether the shape's members are named by its author: not lists and maps. */
  boolean hasNamedMembers() {
    return this == STRUCTURE || this == UNION || this == ENUM || this == INT_ENUM;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
