package io.boto4j.spark.internal.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/** The table of a reading operation: its options checked, and its schema known. */
public final class AwsTable implements SupportsRead, SupportsMetadataColumns {
  static final String REGION = "_region";
  static final String PARAMETERS = "_parameters";

  private final ReadOptions read;
  private final StructType schema;

  private AwsTable(ReadOptions read, StructType schema) {
    this.read = read;
    this.schema = schema;
  }

  /**
   * Checks the options of a reader and finds its schema.
   *
   * @param options the options
   * @param given the schema from the user, or null to derive it from the model or, for items of
   *     DynamoDB, from a sample
   * @return the table
   * @throws IllegalArgumentException if an option or a column is unknown or invalid
   */
  public static AwsTable of(Map<String, String> options, @Nullable StructType given) {
    ReadOptions read = new ReadOptions(options);
    return new AwsTable(read, given == null ? derived(read) : checked(read, given));
  }

  private static StructType derived(ReadOptions read) {
    StructType schema =
        read.spec.nativeItems()
            ? Sample.schema(read)
            : ShapeTypes.columns(ResultPath.shape(read.operation, read.spec.resultKey()));
    return read.spec.permissive()
        ? schema.add(read.spec.corruptColumn(), DataTypes.StringType, true)
        : schema;
  }

  private static StructType checked(ReadOptions read, StructType given) {
    StructType columns = without(given, read.spec.corruptColumn());
    if (read.spec.nativeItems()) {
      SchemaCheck.ofItems(columns);
    } else {
      SchemaCheck.againstModel(
          columns,
          ShapeTypes.columns(ResultPath.shape(read.operation, read.spec.resultKey())),
          read.spec.name());
    }
    return given;
  }

  private static StructType without(StructType schema, String column) {
    return DataTypes.createStructType(
        Arrays.stream(schema.fields()).filter(field -> !field.name().equals(column)).toList());
  }

  @Override
  public String name() {
    return "aws " + read.spec.name();
  }

  @Override
  @SuppressWarnings("deprecation") // columns(), which replaces it, derives the columns from it
  public StructType schema() {
    return schema;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return EnumSet.of(TableCapability.BATCH_READ);
  }

  @Override
  public MetadataColumn[] metadataColumns() {
    return hiddenColumns();
  }

  /**
   * Returns the hidden columns of all tables.
   *
   * @return the columns that say where a row comes from
   */
  public static MetadataColumn[] hiddenColumns() {
    return new MetadataColumn[] {
      new Hidden(REGION, "the region that the row was read from"),
      new Hidden(PARAMETERS, "the parameter set that the row was read with, as JSON")
    };
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new AwsScanBuilder(read, schema);
  }

  private record Hidden(String name, String comment) implements MetadataColumn {
    @Override
    public DataType dataType() {
      return DataTypes.StringType;
    }
  }
}
