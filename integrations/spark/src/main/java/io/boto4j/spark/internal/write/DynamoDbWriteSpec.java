package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.SessionSpec;
import java.io.Serializable;
import org.apache.spark.sql.types.StructType;

/**
 * The description of a write to a DynamoDB table, which travels to the executors.
 *
 * @param session the description of the session
 * @param table the name of the table
 * @param delete whether items are deleted by their keys; otherwise rows are put as items
 * @param cells the conversion of values
 * @param schema the columns of the rows
 */
record DynamoDbWriteSpec(
    SessionSpec session, String table, boolean delete, CellOptions cells, StructType schema)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns action and table. */
  @Override
  public String toString() {
    return (delete ? "delete from" : "put to") + " dynamodb table " + table;
  }
}
