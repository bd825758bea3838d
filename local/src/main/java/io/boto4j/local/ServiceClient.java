package io.boto4j.local;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the service of a parameter of type {@code Client}, for {@link LocalAwsExtension}: {@code
 * void pays(@ServiceClient("sqs") Client sqs)}.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceClient {
  /**
   * The service.
   *
   * @return the name, such as {@code dynamodb}
   */
  String value();
}
