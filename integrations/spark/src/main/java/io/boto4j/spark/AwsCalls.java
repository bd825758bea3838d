package io.boto4j.spark;

import io.boto4j.Json;
import io.boto4j.spark.internal.write.CallJob;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Calls of one operation for each row of a data set: columns with the names of parameters are the
 * parameters, and each row has a result.
 *
 * <pre>{@code
 * Dataset<Row> results =
 *     AwsCalls.of(orders)                      // columns order_id, Payload
 *         .service("lambda")
 *         .operation("Invoke")
 *         .parameter("FunctionName", "invoice")
 *         .id("order_id")
 *         .concurrency(16)
 *         .requestsPerSecond(200)
 *         .run("s3a://results/invoices/");
 * results.where("error_code is not null").show();
 * }</pre>
 *
 * <p>A result has the columns of {@link #id} and {@link #keep}, then {@code response} (a struct, as
 * the model has it), {@code error_code}, {@code error_message}, {@code status}, {@code request_id}
 * and {@code attempts}. A call that fails, after the retries of boto4j, is a result with an error;
 * missing credentials fail the job.
 *
 * <p>Names and types of columns are checked against the model of the operation before the first
 * call. If the operation has an idempotency token that the rows lack, boto4j derives it from the
 * operation, the values of {@link #id} and the parameters: when Spark runs a task again, or twice
 * at a time, the service does not act twice. Operations without a token may be called more than
 * once for a row; a data set can only promise that for operations that can be repeated.
 *
 * <p>Immutable: each method returns a copy.
 */
public final class AwsCalls {
  private final Dataset<Row> inputs;
  private final Map<String, String> options;
  private final Map<String, Object> parameters;

  private AwsCalls(
      Dataset<Row> inputs, Map<String, String> options, Map<String, Object> parameters) {
    this.inputs = inputs;
    this.options = Collections.unmodifiableMap(options);
    this.parameters = Collections.unmodifiableMap(parameters);
  }

  /**
   * Returns calls for the rows of a data set.
   *
   * @param inputs the rows
   * @return the calls, whose service and operation must still be set
   */
  public static AwsCalls of(Dataset<?> inputs) {
    return new AwsCalls(
        inputs.toDF(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new LinkedHashMap<>());
  }

  /**
   * Sets the service.
   *
   * @param name the service's name, such as {@code lambda}
   * @return a copy
   */
  public AwsCalls service(String name) {
    return option("service", name);
  }

  /**
   * Sets the operation.
   *
   * @param name the operation's name, such as {@code Invoke}
   * @return a copy
   */
  public AwsCalls operation(String name) {
    return option("operation", name);
  }

  /**
   * Sets a parameter that all calls share. It is part of the plan, which Spark shows: a parameter
   * that the model marks as sensitive is refused here, and belongs in a column.
   *
   * @param name the parameter's name, such as {@code FunctionName}
   * @param value the value, as for {@link io.boto4j.Client#call}
   * @return a copy
   */
  public AwsCalls parameter(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return new AwsCalls(inputs, options, more);
  }

  /**
   * Sets the column whose text is a JSON object with parameters. Columns with the names of
   * parameters win over it.
   *
   * @param column the column's name
   * @return a copy
   */
  public AwsCalls parametersColumn(String column) {
    return option("parametersColumn", column);
  }

  /**
   * Sets the columns that identify a row. They are part of its result; {@link #run} skips rows
   * whose calls have succeeded by them, and idempotency tokens depend on them.
   *
   * @param columns names of columns whose values are different for each row and not null
   * @return a copy
   */
  public AwsCalls id(String... columns) {
    return option("id", String.join(",", columns));
  }

  /**
   * Sets further columns that are copied to the result.
   *
   * @param columns names of columns
   * @return a copy
   */
  public AwsCalls keep(String... columns) {
    return option("keep", String.join(",", columns));
  }

  /**
   * Sets the number of calls that each task makes at the same time.
   *
   * @param calls 1 to 1000; 1 if it is not set
   * @return a copy
   */
  public AwsCalls concurrency(int calls) {
    return option("concurrency", Integer.toString(calls));
  }

  /**
   * Sets the rate that the whole job keeps to, divided among the tasks that can run at the same
   * time. Attempts count, not only calls.
   *
   * @param rate the number of requests per second
   * @return a copy
   */
  public AwsCalls requestsPerSecond(double rate) {
    return option("requestsPerSecond", Double.toString(rate));
  }

  /**
   * Sets the number of errors that a task tolerates; one more fails the job.
   *
   * @param errors the number per task; no limit if it is not set
   * @return a copy
   */
  public AwsCalls maxErrors(int errors) {
    return option("maxErrors", Integer.toString(errors));
  }

  /**
   * Lets the first error fail the job.
   *
   * @return a copy
   */
  public AwsCalls failFast() {
    return option("failFast", "true");
  }

  /**
   * Lets the column {@code response} be the JSON text of the response, rather than a struct.
   *
   * @return a copy
   */
  public AwsCalls responseAsJson() {
    return option("response", "json");
  }

  /**
   * Sets another option, such as {@code region}, {@code roleArn}, {@code profile} or {@code
   * maxAttempts}: those of the source {@code aws} that describe a session.
   *
   * @param name the option's name, in any case
   * @param value the value
   * @return a copy
   */
  public AwsCalls option(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(options);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return new AwsCalls(inputs, more, parameters);
  }

  /**
   * Returns the results as a data set that makes the calls when it is used, and <b>again each time
   * that it is used</b>: {@code show()} and then {@code count()} call twice. Use it for operations
   * that only read; {@link #run} is for all others.
   *
   * @return a result for each row; the order within a partition is kept
   * @throws IllegalArgumentException if an option or a column does not fit the operation
   */
  public Dataset<Row> results() {
    return job().results();
  }

  /**
   * Makes the calls now and saves the results in a folder, except for rows that have a result
   * without error there. After a job was killed, or to try failed rows again, run it again with the
   * same folder.
   *
   * <p>Results are saved once a minute, or after 10,000 (option {@code resultsInterval}, such as
   * {@code 10s}). What a process that is killed has not saved is called again. The files are JSON
   * lines that any reader of Spark can read; a row that was called several times then has several
   * lines.
   *
   * @param folder the folder, in any file system that Spark reads and writes; it belongs to one
   *     operation
   * @return the results of this run and earlier ones, one for each row: that without an error if
   *     there is one, else the last
   * @throws IllegalArgumentException if an option or a column does not fit the operation, or {@link
   *     #id} is not set
   */
  public Dataset<Row> run(String folder) {
    return job().run(folder);
  }

  /**
   * Returns the results in a folder, without making any call.
   *
   * @param folder the folder of {@link #run}
   * @return a result for each row, as {@link #run} returns it
   */
  public Dataset<Row> saved(String folder) {
    return job().saved(folder);
  }

  private CallJob job() {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(options);
    if (!parameters.isEmpty()) {
      all.put("parameters", Json.write(parameters));
    }
    return new CallJob(inputs, all);
  }

  /** Returns service and operation, without parameters. */
  @Override
  public String toString() {
    return "AwsCalls[" + options.get("service") + "." + options.get("operation") + "]";
  }
}
