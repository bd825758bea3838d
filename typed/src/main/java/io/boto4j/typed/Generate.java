package io.boto4j.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request, in {@code package-info.java}, to generate types for chosen operations of a service
 * into this package.
 *
 * <pre>{@code
 * @Generate(service = "rds", operations = {"DescribeDBInstances", "StartDBInstance"})
 * package com.acme.rds;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
@Repeatable(Generate.All.class)
public @interface Generate {
  /**
   * Returns the service.
   *
   * @return the name that {@code session.client(…)} takes, such as {@code rds}
   */
  String service();

  /**
   * Returns the operations.
   *
   * @return their names in AWS's spelling
   */
  String[] operations();

  /**
   * Returns the API version of the model.
   *
   * @return the version, such as {@code 2014-10-31}; empty for the newest
   */
  String apiVersion() default "";

  /** Several services for one package. */
  @Documented
  @Retention(RetentionPolicy.SOURCE)
  @Target(ElementType.PACKAGE)
  @interface All {
    /**
     * Returns the requests.
     *
     * @return the requests
     */
    Generate[] value();
  }
}
