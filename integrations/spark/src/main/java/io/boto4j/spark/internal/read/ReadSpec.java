package io.boto4j.spark.internal.read;

import io.boto4j.spark.internal.SessionSpec;
import java.io.Serializable;
import java.util.List;

/**
 * The description of what a reader reads, as its options give it. It travels to the executors.
 *
 * @param session the session of the calls
 * @param service the service's name
 * @param operation the operation's name
 * @param paginated whether the operation has a paginator
 * @param resultKey the path of the rows in a response; empty for the response as one row
 * @param nativeItems whether the rows are items of DynamoDB, with plain values
 * @param permissive whether values that do not fit the schema become null
 * @param corruptColumn the column with the items that did not fit, in permissive mode
 * @param requestsPerSecond the limit of the whole job, infinite for none
 * @param readUnitsPerSecond the limit of the whole job on DynamoDB's capacity, infinite for none
 * @param keyNames the names of the key attributes of the table, if known
 */
record ReadSpec(
    SessionSpec session,
    String service,
    String operation,
    boolean paginated,
    List<String> resultKey,
    boolean nativeItems,
    boolean permissive,
    String corruptColumn,
    double requestsPerSecond,
    double readUnitsPerSecond,
    List<String> keyNames)
    implements Serializable {

  ReadSpec {
    resultKey = List.copyOf(resultKey);
    keyNames = List.copyOf(keyNames);
  }

  ReadSpec withKeyNames(List<String> names) {
    return new ReadSpec(
        session,
        service,
        operation,
        paginated,
        resultKey,
        nativeItems,
        permissive,
        corruptColumn,
        requestsPerSecond,
        readUnitsPerSecond,
        names);
  }

  /** Returns service and operation, such as {@code dynamodb.Scan}. */
  String name() {
    return service + "." + operation;
  }
}
