package io.boto4j.spark.internal.write;

import java.util.function.Supplier;
import org.apache.spark.sql.connector.write.SupportsTruncate;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;

/**
 * A builder of writes that only add: mode {@code append} works, and {@code overwrite} is refused
 * with a reason before the job starts.
 */
final class AppendBuilder implements SupportsTruncate {
  private final Supplier<Write> write;
  private final String refusal;

  /**
   * Creates a builder.
   *
   * @param write creates the write, after all checks that need no job
   * @param refusal why there is no overwriting, and what to do
   */
  AppendBuilder(Supplier<Write> write, String refusal) {
    this.write = write;
    this.refusal = refusal;
  }

  @Override
  public Write build() {
    return write.get();
  }

  @Override
  public WriteBuilder truncate() {
    throw new IllegalArgumentException("mode(\"overwrite\") is refused: " + refusal);
  }
}
