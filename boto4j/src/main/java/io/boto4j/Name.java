package io.boto4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the member or attribute that a component of a record stands for, where it is not the
 * name of the component.
 *
 * <pre>{@code
 * record User(@Name("user_id") String id, String email) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Name {
  /**
   * Returns the name.
   *
   * @return the name of the member, spelled exactly
   */
  String value();
}
