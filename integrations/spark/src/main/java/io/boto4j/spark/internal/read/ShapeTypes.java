package io.boto4j.spark.internal.read;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The types of Spark for the shapes of a model.
 *
 * <p>Spark's types are finite, and shapes may contain themselves: a structure that is met for the
 * third time on a path is JSON text.
 */
public final class ShapeTypes {
  /** The number of times that a structure may be met on a path before it becomes JSON text. */
  static final int DEPTH = 2;

  private static final int DECIMAL_SCALE = 18;

  private final Map<String, Integer> open = new HashMap<>();

  private ShapeTypes() {}

  /**
   * Returns the columns of rows that have a shape.
   *
   * @param row the shape, or null if the operation returns nothing
   * @return a column for each member of a structure, else the column {@code value}
   */
  public static StructType columns(@Nullable Shape row) {
    if (row instanceof StructureShape structure && structure.size() > 0) {
      return (StructType) new ShapeTypes().type(structure);
    }
    DataType type = row == null ? DataTypes.StringType : new ShapeTypes().type(row);
    return DataTypes.createStructType(List.of(field("value", type)));
  }

  static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  private DataType type(Shape shape) {
    return switch (shape.type()) {
      case STRING, DOCUMENT -> DataTypes.StringType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case FLOAT -> DataTypes.FloatType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case BLOB -> DataTypes.BinaryType;
      case BIG_INTEGER -> DataTypes.createDecimalType(DecimalType.MAX_PRECISION(), 0);
      case BIG_DECIMAL -> DataTypes.createDecimalType(DecimalType.MAX_PRECISION(), DECIMAL_SCALE);
      case LIST -> DataTypes.createArrayType(type(((ListShape) shape).element().shape()), true);
      case MAP ->
          DataTypes.createMapType(
              DataTypes.StringType, type(((MapShape) shape).value().shape()), true);
      case STRUCTURE -> structure((StructureShape) shape);
    };
  }

  /** A structure without members is JSON text too: few formats can store a row without columns. */
  private DataType structure(StructureShape shape) {
    int met = open.merge(shape.name(), 1, Integer::sum);
    try {
      if (met > DEPTH || shape.size() == 0) {
        return DataTypes.StringType;
      }
      List<StructField> fields = new ArrayList<>();
      for (Member member : shape.members()) {
        fields.add(field(member.name(), type(member.shape())));
      }
      return DataTypes.createStructType(fields);
    } finally {
      open.merge(shape.name(), -1, Integer::sum);
    }
  }
}
