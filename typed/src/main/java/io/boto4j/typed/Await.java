package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The waiter that a method of an interface waits with.
 *
 * <pre>{@code
 * @Await("DBInstanceAvailable")
 * void awaitAvailable(@Param("DBInstanceIdentifier") String id);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Await {
  /**
   * Returns the waiter.
   *
   * @return the name, spelled {@code DBInstanceAvailable} or {@code db_instance_available}
   */
  String value();
}
