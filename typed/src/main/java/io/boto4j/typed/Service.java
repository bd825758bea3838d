package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The service of a {@link io.boto4j.Client}, or of the operations of an interface.
 *
 * <p>On a field, parameter, variable or record component of type {@code Client}, or on a method
 * that returns one, it makes literal calls on this client checkable:
 *
 * <pre>{@code
 * @Service("rds") Client rds;
 * }</pre>
 *
 * <p>On an interface for {@link Typed}, it is the service of all its methods that have no
 * {@code @Service} of their own. At run time, the client that is passed must be for this service.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.LOCAL_VARIABLE,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE
})
public @interface Service {
  /**
   * Returns the service.
   *
   * @return the name that {@code session.client(…)} takes, such as {@code dynamodb}
   */
  String value();
}
