package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The member of the operation's input that a parameter of a method gives. A null or an empty {@code
 * Optional} leaves the member out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Param {
  /**
   * Returns the member.
   *
   * @return its name in AWS's spelling, such as {@code DBInstanceIdentifier}
   */
  String value();
}
