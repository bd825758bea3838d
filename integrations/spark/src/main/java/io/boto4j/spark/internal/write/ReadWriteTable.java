package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.read.AwsTable;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The table of the format {@code aws}, before it is known whether it is read or written: Spark asks
 * for a table with the columns of the data set that it will write.
 */
public final class ReadWriteTable implements SupportsRead, SupportsWrite, SupportsMetadataColumns {
  private final StructType schema;
  private final CaseInsensitiveStringMap options;
  private final Supplier<? extends SupportsRead> reading;

  /**
   * Creates a table.
   *
   * @param schema the columns: of the data set to be written, or those to be read
   * @param options the options
   * @param reading returns the table to be read, after checking its options
   * @throws IllegalArgumentException if the options can only be those of a table to be read, and
   *     one of them or the schema is wrong
   */
  public ReadWriteTable(
      StructType schema, Map<String, String> options, Supplier<? extends SupportsRead> reading) {
    this.schema = schema;
    this.options = new CaseInsensitiveStringMap(options);
    if (Writes.isReading(this.options)) {
      SupportsRead table = reading.get();
      this.reading = () -> table;
    } else {
      this.reading = reading;
    }
  }

  /** Returns service and operation. */
  @Override
  public String name() {
    String operation = options.get("operation");
    String service = options.getOrDefault("service", "(no service)");
    return "aws " + service + (operation == null ? "" : "." + operation);
  }

  @Override
  @SuppressWarnings("deprecation") // columns(), which replaces it, derives the columns from it
  public StructType schema() {
    return schema;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return EnumSet.of(
        TableCapability.BATCH_READ,
        TableCapability.BATCH_WRITE,
        TableCapability.TRUNCATE,
        TableCapability.ACCEPT_ANY_SCHEMA);
  }

  @Override
  public MetadataColumn[] metadataColumns() {
    return AwsTable.hiddenColumns();
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap scan) {
    return reading.get().newScanBuilder(scan);
  }

  @Override
  public WriteBuilder newWriteBuilder(LogicalWriteInfo info) {
    return Writes.builder(info);
  }
}
