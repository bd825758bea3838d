package io.boto4j.spark.internal.write;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * The counts of one writing task, which Spark adds up and shows on its web pages: rows, requests,
 * and retries.
 */
final class WriteCounts implements Interceptor {
  private final LongAdder rows = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /** Returns the metrics of all writes, by the names that the pages show. */
  static CustomMetric[] metrics() {
    return new CustomMetric[] {
      new Rows(), new Requests(), new Retries(), new Failures(),
    };
  }

  void addRow() {
    rows.increment();
  }

  long rows() {
    return rows.sum();
  }

  @Override
  public Response afterCall(CallContext call, Response response) {
    requests.increment();
    retries.add(response.metadata().retryAttempts());
    return response;
  }

  @Override
  public void afterCallError(CallContext call, RuntimeException failure) {
    requests.increment();
    failures.increment();
    if (failure instanceof ServiceException error) {
      retries.add(error.metadata().retryAttempts());
    }
  }

  CustomTaskMetric[] values() {
    return new CustomTaskMetric[] {
      new Value(Rows.NAME, rows.sum()),
      new Value(Requests.NAME, requests.sum()),
      new Value(Retries.NAME, retries.sum()),
      new Value(Failures.NAME, failures.sum()),
    };
  }

  private record Value(String name, long value) implements CustomTaskMetric {}

  /** The number of rows written. Public because Spark creates metrics by reflection. */
  public static final class Rows extends CustomSumMetric {
    static final String NAME = "awsRowsWritten";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String description() {
      return "rows written to AWS";
    }
  }

  /** The number of calls. */
  public static final class Requests extends CustomSumMetric {
    static final String NAME = "awsWriteCalls";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String description() {
      return "calls to AWS";
    }
  }

  /** The number of attempts after the first of each call. */
  public static final class Retries extends CustomSumMetric {
    static final String NAME = "awsWriteRetries";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String description() {
      return "retries of calls";
    }
  }

  /** The number of calls that failed after all attempts. */
  public static final class Failures extends CustomSumMetric {
    static final String NAME = "awsWriteFailures";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String description() {
      return "calls that failed";
    }
  }
}
