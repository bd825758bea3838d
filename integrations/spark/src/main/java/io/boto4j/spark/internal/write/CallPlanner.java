package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.Parameters;
import io.boto4j.spark.internal.SessionSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The planning of calls on the driver: options and columns are checked against the model of the
 * operation, so that mistakes are found before the first call.
 */
final class CallPlanner {
  /** The options of calls, without those of sessions and results. */
  static final List<String> OPTIONS =
      List.of(
          "service",
          "operation",
          "parameters",
          "param.",
          "parametersColumn",
          "id",
          "keep",
          "concurrency",
          "requestsPerSecond",
          "maxErrors",
          "failFast");

  private static final int MOST_CONCURRENT = 1_000;

  private final Options options;
  private final StructType schema;
  private final OperationModel operation;
  private final Map<String, Object> constants;
  private final @Nullable String jsonColumn;
  private final List<String> id;
  private final List<String> keep;

  private CallPlanner(Options options, StructType schema, OperationModel operation) {
    this.options = options;
    this.schema = schema;
    this.operation = operation;
    this.constants = Parameters.of(options, operation);
    this.jsonColumn = options.text("parametersColumn");
    this.id = Names.of(options.text("id"));
    this.keep = Names.of(options.text("keep"));
  }

  /**
   * Plans calls.
   *
   * @param options options that know {@link #OPTIONS} and {@link SessionSpec#OPTIONS}
   * @param schema the columns of the rows
   * @return the plan
   * @throws IllegalArgumentException if an option or a column does not fit the operation
   */
  static CallSpec plan(Options options, StructType schema) {
    SessionSpec session = SessionSpec.of(options);
    Client client = session.client(options.required("service", "lambda"));
    OperationModel operation = operation(client, options.required("operation", "Invoke"));
    return new CallPlanner(options, schema, operation).plan(session, client.service());
  }

  private static OperationModel operation(Client client, String name) {
    String plain = name.replace("_", "");
    for (String known : client.operations()) {
      if (known.equalsIgnoreCase(plain)) {
        return client.model().operation(known);
      }
    }
    throw new IllegalArgumentException(
        "The service "
            + client.service()
            + " has no operation "
            + name
            + "."
            + NearNames.hint(name, client.operations()));
  }

  private CallSpec plan(SessionSpec session, String service) {
    refuseEvents();
    refuseSecrets();
    requireColumns("id", id);
    requireColumns("keep", keep);
    checkJsonColumn();
    List<String> parameters = parameterColumns();
    requireParameters(parameters);
    boolean failFast = options.bool("failFast", false);
    return new CallSpec(
        session,
        service,
        operation.name(),
        Json.write(constants),
        schema,
        parameters,
        jsonColumn,
        id,
        keep,
        tokens(parameters),
        options.integer("concurrency", 1, 1, MOST_CONCURRENT),
        failFast ? 0 : options.integer("maxErrors", Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
        options.positive("requestsPerSecond", Double.POSITIVE_INFINITY),
        SparkSession.active().sparkContext().defaultParallelism());
  }

  private void refuseEvents() {
    if (operation.eventInput() != null || operation.eventOutput() != null) {
      throw new IllegalArgumentException(
          operation.name() + " sends or receives event streams, which have no form as rows.");
    }
  }

  /** Constants are part of the plan, which Spark shows. */
  private void refuseSecrets() {
    for (Map.Entry<String, Object> constant : constants.entrySet()) {
      Member member = member(constant.getKey());
      if (member != null && SensitiveValues.in(constant.getValue(), member.shape())) {
        throw new IllegalArgumentException(
            "The parameter "
                + constant.getKey()
                + " of "
                + operation.name()
                + " is a secret, and options are shown in the plan of Spark. Put it into a column.");
      }
    }
  }

  private void requireColumns(String option, List<String> names) {
    List<String> columns = List.of(schema.fieldNames());
    for (String name : names) {
      if (!columns.contains(name)) {
        throw new IllegalArgumentException(
            "The option '"
                + option
                + "' names the column "
                + name
                + ", which the data set does not have."
                + NearNames.hint(name, columns)
                + " The columns are: "
                + String.join(", ", columns)
                + ".");
      }
    }
  }

  private void checkJsonColumn() {
    if (jsonColumn == null) {
      return;
    }
    requireColumns("parametersColumn", List.of(jsonColumn));
    if (!(schema.apply(jsonColumn).dataType() instanceof StringType)) {
      throw new IllegalArgumentException(
          "The column " + jsonColumn + " is not a string: it must be a JSON object of parameters.");
    }
  }

  /** The columns with the names of parameters; all others must have another purpose. */
  private List<String> parameterColumns() {
    List<String> parameters = new ArrayList<>();
    for (StructField field : schema.fields()) {
      String name = field.name();
      Member member = member(name);
      if (member != null) {
        ColumnFit.check(field.dataType(), member.shape(), name);
        parameters.add(name);
      } else if (!id.contains(name) && !keep.contains(name) && !name.equals(jsonColumn)) {
        throw new IllegalArgumentException(unknown(name));
      }
    }
    return parameters;
  }

  private String unknown(String column) {
    StructureShape input = operation.input();
    List<String> known = input == null ? List.of() : input.memberNames();
    return operation.name()
        + " has no parameter "
        + column
        + ", which is a column of the data set."
        + NearNames.hint(column, known)
        + " Name the column in the option 'id' or 'keep' to copy it to the result, or drop it.";
  }

  private void requireParameters(List<String> parameters) {
    StructureShape input = operation.input();
    if (input == null || jsonColumn != null) {
      return;
    }
    Set<String> missing = new LinkedHashSet<>();
    for (int i = 0; i < input.requiredCount(); i++) {
      Member member = input.member(input.requiredIndex(i));
      String name = member.name();
      if (!parameters.contains(name) && !constants.containsKey(name) && !isToken(member)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          operation.name()
              + " needs the parameters "
              + String.join(", ", missing)
              + ": there is no column and no option param."
              + missing.iterator().next()
              + ".");
    }
  }

  private List<String> tokens(List<String> parameters) {
    List<String> tokens = new ArrayList<>();
    StructureShape input = operation.input();
    if (input != null) {
      for (Member member : input.members()) {
        String name = member.name();
        if (isToken(member) && !parameters.contains(name) && !constants.containsKey(name)) {
          tokens.add(name);
        }
      }
    }
    return tokens;
  }

  private static boolean isToken(Member member) {
    return member.traits().flag("idempotencyToken");
  }

  private @Nullable Member member(String name) {
    StructureShape input = operation.input();
    return input == null ? null : input.member(name);
  }
}
