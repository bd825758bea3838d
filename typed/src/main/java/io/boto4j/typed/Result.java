package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The part of the operation's output that a method returns. Without it, a method returns the whole
 * output, or, if it returns a stream or {@link io.boto4j.Items}, the items of all pages.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Result {
  /**
   * Returns the path to the part.
   *
   * @return a JMESPath expression, such as {@code DBInstances[0].Endpoint}
   */
  String value();
}
