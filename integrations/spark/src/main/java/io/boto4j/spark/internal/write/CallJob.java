package io.boto4j.spark.internal.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.boto4j.model.StructureShape;
import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.read.ShapeTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** A job that calls an operation for each row: the engine of {@link io.boto4j.spark.AwsCalls}. */
public final class CallJob {
  private static final String SETTINGS = "spark.datasource.aws.";

  private final Dataset<Row> inputs;
  private final Map<String, String> given;
  private final CallSpec spec;
  private final boolean asText;

  /**
   * Plans a job.
   *
   * @param inputs the rows
   * @param given the options
   * @throws IllegalArgumentException if an option or a column does not fit the operation
   */
  public CallJob(Dataset<Row> inputs, Map<String, String> given) {
    this.inputs = inputs;
    this.given = withSettings(inputs.sparkSession(), given);
    Options options = CallWrites.options(this.given, "response", "resultsInterval");
    this.spec = CallPlanner.plan(options, inputs.schema());
    this.asText = options.oneOf("response", "struct", "json").equals("json");
  }

  /** Adds the settings of the Spark session that are defaults of the format, as Spark does. */
  private static Map<String, String> withSettings(SparkSession spark, Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    CollectionConverters.asJava(spark.conf().getAll())
        .forEach(
            (name, value) -> {
              if (name.startsWith(SETTINGS)) {
                all.put(name.substring(SETTINGS.length()), value);
              }
            });
    all.putAll(given);
    return all;
  }

  /**
   * Returns the results, which each use computes again.
   *
   * @return a result for each row
   */
  public Dataset<Row> results() {
    StructType schema = CallColumns.schema(spec);
    return typed(inputs.mapPartitions(new CallFunction(spec), Encoders.row(schema)));
  }

  /**
   * Makes the calls of all rows that have no result in a folder.
   *
   * @param folder the folder
   * @return all results in the folder
   */
  public Dataset<Row> run(String folder) {
    Map<String, String> writing = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    writing.putAll(given);
    writing.remove("response");
    writing.put("results", folder);
    open(folder).write().format("aws").options(writing).mode("append").save();
    return saved(folder);
  }

  /** The rows without a result. */
  private Dataset<Row> open(String folder) {
    if (spec.id().isEmpty()) {
      return inputs;
    }
    Dataset<Row> done = lines(folder).where(col(CallColumns.ERROR_CODE).isNull());
    String[] id = spec.id().toArray(String[]::new);
    return inputs.join(done.select(columns(spec.id())), id, "left_anti").select(columns(names()));
  }

  private List<String> names() {
    return Arrays.asList(inputs.columns());
  }

  /**
   * Returns the results in a folder.
   *
   * @param folder the folder
   * @return a result for each row: that without an error if there is one, else the last
   */
  public Dataset<Row> saved(String folder) {
    if (spec.id().isEmpty()) {
      throw new IllegalArgumentException("Results need id(…): the columns that identify a row.");
    }
    Column better = struct(col(CallColumns.ERROR_CODE).isNull(), col(CallColumns.FINISHED_AT));
    Dataset<Row> best =
        lines(folder)
            .groupBy(columns(spec.id()))
            .agg(max_by(struct(col("*")), better).as("best"))
            .select("best.*");
    return typed(best);
  }

  private Dataset<Row> lines(String folder) {
    SparkSession spark = inputs.sparkSession();
    StructType schema = CallColumns.savedSchema(spec);
    // Spark refuses a folder that does not exist, as after a run without rows.
    return CallWrites.folder(folder, "").hasResults()
        ? spark.read().schema(schema).json(folder)
        : spark.createDataFrame(List.of(), schema);
  }

  /** Turns the text of responses into structs, unless the option asks for text. */
  private Dataset<Row> typed(Dataset<Row> results) {
    StructureShape output =
        spec.session().client(spec.service()).model().operation(spec.operation()).output();
    if (asText || output == null || output.size() == 0) {
      return results;
    }
    return results.withColumn(
        CallColumns.RESPONSE, from_json(col(CallColumns.RESPONSE), ShapeTypes.columns(output)));
  }

  private static Column[] columns(List<String> names) {
    return names.stream()
        .map(name -> col("`" + name.replace("`", "``") + "`"))
        .toArray(Column[]::new);
  }
}
