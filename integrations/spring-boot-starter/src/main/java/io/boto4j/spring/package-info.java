/**
 * Sessions and clients of boto4j as beans of Spring Boot.
 *
 * <p>An application adds the starter, configures {@code boto4j.*} properties and declares what it
 * needs:
 *
 * <pre>{@code
 * @Component
 * class Users {
 *   private final Client dynamodb;
 *
 *   Users(@AwsClient("dynamodb") Client dynamodb) {
 *     this.dynamodb = dynamodb;
 *   }
 * }
 * }</pre>
 *
 * <p>This package is the API; packages named {@code internal} are not.
 */
@NullMarked
package io.boto4j.spring;

import org.jspecify.annotations.NullMarked;
