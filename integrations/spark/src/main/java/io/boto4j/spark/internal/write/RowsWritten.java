package io.boto4j.spark.internal.write;

import org.apache.spark.sql.connector.write.WriterCommitMessage;

/**
 * The report of a task that has written its rows.
 *
 * @param rows the number of rows
 */
record RowsWritten(long rows) implements WriterCommitMessage {
  private static final long serialVersionUID = 1L;
}
