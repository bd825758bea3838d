package io.boto4j.benchmarks.versus;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Whole calls without a network: serializing, signing and parsing, with the same response for both.
 */
public class Marshal {
  /** The task that both perform. */
  @State(Scope.Benchmark)
  public abstract static class Side {
    /** The name of the task. */
    @Param({
      "PutItem small",
      "PutItem medium",
      "PutItem large",
      "GetItem small",
      "GetItem medium",
      "GetItem large",
      "Query 1 MB",
      "GetMetricData 50000",
      "GetMetricData 50000 CBOR",
      "DescribeDBInstances 20",
      "ListObjectsV2 1000",
      "DescribeInstances 1000"
    })
    public String task = "";
  }

  /** boto4j's client. */
  @State(Scope.Benchmark)
  public static class Boto4j extends Side {
    private Boto4jSide side = new Boto4jSide(Task.of("GetItem small", false));

    /** Creates the client. */
    @Setup
    public void make() {
      side = new Boto4jSide(Task.of(task, false));
    }
  }

  /** AWS SDK 2.x's client. */
  @State(Scope.Benchmark)
  public static class AwsSdk extends Side {
    private AwsSdkSide side = new AwsSdkSide(Task.of("GetItem small", true));

    /** Creates the client. */
    @Setup
    public void make() {
      side = new AwsSdkSide(Task.of(task, true));
    }
  }

  /**
   * Performs the task with boto4j.
   *
   * @param state its client
   * @return the response
   */
  @Benchmark
  public Object boto4j(Boto4j state) {
    return state.side.call();
  }

  /**
   * Performs the task with AWS SDK 2.x.
   *
   * @param state its client
   * @return the response
   */
  @Benchmark
  public Object awsSdk(AwsSdk state) {
    return state.side.call();
  }
}
