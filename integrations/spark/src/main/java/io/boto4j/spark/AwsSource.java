package io.boto4j.spark;

import io.boto4j.spark.internal.read.AwsTable;
import io.boto4j.spark.internal.write.ReadWriteTable;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.SessionConfigSupport;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code aws} of Apache Spark: the items of any reading operation of any service as
 * the rows of a table.
 *
 * <p>Spark finds this class by the name of the format. Options have the names that {@code
 * docs/spark.md} lists; a setting {@code spark.datasource.aws.region} of the Spark session is the
 * option {@code region} of all its readers.
 *
 * <pre>{@code
 * Dataset<Row> users = spark.read().format("aws")
 *     .option("service", "dynamodb")
 *     .option("operation", "Scan")
 *     .option("param.TableName", "auth-users")
 *     .load();
 * }</pre>
 *
 * <p>It also writes, with mode {@code append}: items of a DynamoDB table, files in S3, or a call of
 * any operation for each row, of which {@link AwsCalls} has more.
 */
public final class AwsSource implements DataSourceRegister, SessionConfigSupport {
  /** Creates the source; Spark does so. */
  public AwsSource() {}

  @Override
  public String shortName() {
    return "aws";
  }

  @Override
  public String keyPrefix() {
    return "aws";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return AwsTable.of(options.asCaseSensitiveMap(), null).schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new ReadWriteTable(schema, properties, () -> AwsTable.of(properties, schema));
  }

  @Override
  public boolean supportsExternalMetadata() {
    return true;
  }
}
