package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.SessionSpec;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The description of one operation that is called for each row, which travels to the executors.
 *
 * @param session the description of the session
 * @param service the name of the service
 * @param operation the name of the operation, as the model has it
 * @param constants the parameters that all calls share, as a JSON object
 * @param schema the columns of the rows
 * @param parameters the columns that are parameters
 * @param jsonColumn the column with parameters as a JSON object, or null
 * @param id the columns that identify a row; may be empty
 * @param keep further columns that are copied to the result
 * @param tokens the names of the idempotency tokens that the rows do not have
 * @param concurrency the number of calls in progress per task
 * @param maxErrors the number of errors that a task tolerates
 * @param perSecond the number of requests per second of the whole job, or infinity
 * @param slots the number of tasks that can run at the same time
 */
record CallSpec(
    SessionSpec session,
    String service,
    String operation,
    String constants,
    StructType schema,
    List<String> parameters,
    @Nullable String jsonColumn,
    List<String> id,
    List<String> keep,
    List<String> tokens,
    int concurrency,
    int maxErrors,
    double perSecond,
    int slots)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  CallSpec {
    parameters = List.copyOf(parameters);
    id = List.copyOf(id);
    keep = List.copyOf(keep);
    tokens = List.copyOf(tokens);
  }

  /** Returns this description with another number of tolerated errors. */
  CallSpec withMaxErrors(int most) {
    return new CallSpec(
        session,
        service,
        operation,
        constants,
        schema,
        parameters,
        jsonColumn,
        id,
        keep,
        tokens,
        concurrency,
        most,
        perSecond,
        slots);
  }

  /** Returns service and operation, without parameters. */
  @Override
  public String toString() {
    return service + "." + operation;
  }
}
