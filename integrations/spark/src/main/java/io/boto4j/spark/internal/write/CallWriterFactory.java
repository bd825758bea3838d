package io.boto4j.spark.internal.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.jspecify.annotations.Nullable;

/** The factory of the writers of a task that call an operation for each row. */
final class CallWriterFactory implements DataWriterFactory {
  private static final long serialVersionUID = 1L;

  private final CallSpec spec;
  private final @Nullable ResultFolder folder;
  private final Duration interval;

  CallWriterFactory(CallSpec spec, @Nullable ResultFolder folder, Duration interval) {
    this.spec = spec;
    this.folder = folder;
    this.interval = interval;
  }

  @Override
  public DataWriter<InternalRow> createWriter(int partition, long task) {
    WriteCounts counts = new WriteCounts();
    if (folder == null) {
      return new CallDataWriter(spec, Set.of(), null, counts);
    }
    try {
      Set<String> done = folder.done(partition, spec.id());
      ResultWriter results = new ResultWriter(folder, partition, task, interval);
      return new CallDataWriter(spec, done, results, counts);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of results " + folder + " cannot be read", e);
    }
  }
}
