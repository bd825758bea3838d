/**
 * Health and information for Spring Boot's Actuator: internal.
 *
 * <p>The types of health have other names in Spring Boot 3 and 4: {@code HealthCheck} is neutral,
 * and there is one thin adapter for each.
 */
@NullMarked
package io.boto4j.spring.internal.actuator;

import org.jspecify.annotations.NullMarked;
