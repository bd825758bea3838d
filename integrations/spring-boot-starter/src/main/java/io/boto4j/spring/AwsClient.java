package io.boto4j.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * A qualifier that injects the client of a service.
 *
 * <p>The client needs no bean of its own: it is created when it is first injected, shared by all
 * that inject it, and closed with the application, after the beans that use it.
 *
 * <pre>{@code
 * Users(@AwsClient("dynamodb") Client dynamodb) { … }
 *
 * @Bean
 * Mailer mailer(@AwsClient("sesv2") Client ses) { … }
 * }</pre>
 *
 * <p>On a {@code @Bean} method that returns a {@link io.boto4j.Client}, it replaces the starter's
 * client of that service.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface AwsClient {
  /**
   * The service's name in botocore.
   *
   * @return the name, such as {@code dynamodb}; an unknown one fails the start of the application
   */
  String value();
}
