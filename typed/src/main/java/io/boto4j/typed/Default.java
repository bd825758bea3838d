package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a member of the input that a call has if no argument gives the member.
 *
 * <pre>{@code
 * @Operation("DescribeDBInstances")
 * @Default(param = "MaxRecords", value = "100")
 * Stream<DbInstance> instances();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Default.All.class)
public @interface Default {
  /**
   * Returns the member.
   *
   * @return its name in AWS's spelling
   */
  String param();

  /**
   * Returns the value.
   *
   * @return the text itself for a string, timestamp or blob; otherwise JSON, such as {@code 100},
   *     {@code true} or {@code ["a", "b"]}
   */
  String value();

  /** Several defaults of one method. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    /**
     * Returns the defaults.
     *
     * @return the defaults
     */
    Default[] value();
  }
}
