package io.boto4j.spark.internal.read;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.spark.internal.RateLimit;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one reader, which Spark shows on its web pages, and the limit on its requests: both
 * see every attempt of every call. Used by the thread of one task.
 */
public final class ReadMetrics implements Interceptor {
  private static final int TOO_MANY = 429;

  private final RateLimit requestLimit;
  private long requests;
  private long calls;
  private long throttles;
  private long items;

  ReadMetrics(RateLimit requestLimit) {
    this.requestLimit = requestLimit;
  }

  static CustomMetric[] all() {
    return new CustomMetric[] {new Requests(), new Retries(), new Throttles(), new Items()};
  }

  @Override
  public HttpRequest beforeSign(CallContext call, HttpRequest request) {
    try {
      requestLimit.take(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "The task was interrupted while it waited for its rate.", e);
    }
    requests++;
    if (call.attributes().put(ReadMetrics.class.getName(), true) == null) {
      calls++;
    }
    return request;
  }

  @Override
  public @Nullable Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
    if (statusCode == TOO_MANY || ServiceException.isThrottlingCode(error)) {
      throttles++;
    }
    return null;
  }

  void item() {
    items++;
  }

  CustomTaskMetric[] values() {
    return new CustomTaskMetric[] {
      new Value("requests", requests),
      new Value("retries", requests - calls),
      new Value("throttles", throttles),
      new Value("items", items)
    };
  }

  /** A count of one partition; a task that reads several adds them. */
  private record Value(String name, long value) implements CustomTaskMetric {
    @Override
    public CustomTaskMetric mergeWith(CustomTaskMetric other) {
      return new Value(name, value + other.value());
    }
  }

  /** The sum of the requests, with all attempts. Spark creates it by reflection. */
  public static final class Requests extends CustomSumMetric {
    /** Creates the metric. */
    public Requests() {}

    @Override
    public String name() {
      return "requests";
    }

    @Override
    public String description() {
      return "requests to AWS";
    }
  }

  /** The sum of the attempts after the first. Spark creates it by reflection. */
  public static final class Retries extends CustomSumMetric {
    /** Creates the metric. */
    public Retries() {}

    @Override
    public String name() {
      return "retries";
    }

    @Override
    public String description() {
      return "retries of requests to AWS";
    }
  }

  /** The sum of the throttled attempts. Spark creates it by reflection. */
  public static final class Throttles extends CustomSumMetric {
    /** Creates the metric. */
    public Throttles() {}

    @Override
    public String name() {
      return "throttles";
    }

    @Override
    public String description() {
      return "requests throttled by AWS";
    }
  }

  /** The sum of the rows. Spark creates it by reflection. */
  public static final class Items extends CustomSumMetric {
    /** Creates the metric. */
    public Items() {}

    @Override
    public String name() {
      return "items";
    }

    @Override
    public String description() {
      return "items read from AWS";
    }
  }
}
