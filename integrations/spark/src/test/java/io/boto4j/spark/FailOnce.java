package io.boto4j.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * A function of SQL that returns its text, and fails the first time that it sees a given one, as if
 * the task had been killed in the middle.
 */
public record FailOnce(String name, String text) implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Boolean> FAILED = new ConcurrentHashMap<>();

  /** Registers a function, which has not failed yet. */
  public static void register(SparkSession spark, String name, String text) {
    FAILED.remove(name);
    spark.udf().register(name, new FailOnce(name, text), DataTypes.StringType);
  }

  /** Returns whether the function has failed. */
  public static boolean hasFailed(String name) {
    return FAILED.containsKey(name);
  }

  @Override
  public String call(String seen) {
    if (seen.equals(text) && FAILED.putIfAbsent(name, true) == null) {
      throw new IllegalStateException("killed");
    }
    return seen;
  }
}
