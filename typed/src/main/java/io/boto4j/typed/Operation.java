package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation that a method of an interface calls. {@link Typed} describes such methods.
 *
 * <pre>{@code
 * @Operation("StartDBInstance")
 * @Result("DBInstance")
 * DbInstance start(@Param("DBInstanceIdentifier") String id);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /**
   * Returns the operation.
   *
   * @return the name, spelled {@code StartDBInstance} or {@code start_db_instance}
   */
  String value();
}
