package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.write.CallPipe.Result;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** The calls for the rows of a partition, as a step of a data set: a result for each row. */
final class CallFunction implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final CallSpec spec;

  CallFunction(CallSpec spec) {
    this.spec = spec;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    CallPipe<Row> pipe = new CallPipe<>(spec, new WriteCounts());
    TaskContext task = TaskContext.get();
    if (task != null) {
      TaskCompletionListener close = context -> pipe.close();
      task.addTaskCompletionListener(close);
    }
    return new Results(spec, rows, pipe);
  }

  /** The results of a partition, in the order of its rows. */
  private static final class Results implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final CallPipe<Row> pipe;
    private final int[] copied;
    private final Function1<Object, Object> toInternal;

    Results(CallSpec spec, Iterator<Row> rows, CallPipe<Row> pipe) {
      this.rows = rows;
      this.pipe = pipe;
      this.copied = CallColumns.copied(spec).stream().mapToInt(spec.schema()::fieldIndex).toArray();
      this.toInternal = CatalystTypeConverters.createToCatalystConverter(spec.schema());
    }

    @Override
    public boolean hasNext() {
      while (!pipe.isFull() && rows.hasNext()) {
        Row row = rows.next();
        pipe.add(row, (InternalRow) toInternal.apply(row));
      }
      return !pipe.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Result<Row> result = pipe.take();
      pipe.count(result);
      return output(result);
    }

    private Row output(Result<Row> result) {
      CallOutcome outcome = result.outcome();
      @Nullable Object[] values = new Object[copied.length + CallColumns.OUTCOMES];
      for (int i = 0; i < copied.length; i++) {
        values[i] = result.row().get(copied[i]);
      }
      int next = copied.length;
      values[next++] = outcome.response();
      values[next++] = outcome.errorCode();
      values[next++] = outcome.errorMessage();
      values[next++] = outcome.status();
      values[next++] = outcome.requestId();
      values[next] = outcome.attempts();
      return RowFactory.create(values);
    }
  }
}
