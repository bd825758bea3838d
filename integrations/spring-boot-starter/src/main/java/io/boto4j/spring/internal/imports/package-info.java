/**
 * The configuration imports {@code aws-parameterstore:} and {@code aws-secretsmanager:}: internal.
 *
 * <p>The types of Spring Boot's bootstrap context are avoided, because they have other names in
 * Spring Boot 3 and 4.
 */
@NullMarked
package io.boto4j.spring.internal.imports;

import org.jspecify.annotations.NullMarked;
