/**
 * JMESPath, the query language of paginators, waiters and {@code Structure.search}, over plain Java
 * values.
 *
 * <p>Floor 1, internal. It behaves like the Python package jmespath 1.1.0 except where that
 * conflicts with the specification at jmespath.org. Values come from services, and expressions may
 * come from users, so nesting, length and work are limited.
 */
@NullMarked
package io.boto4j.internal.jmespath;

import org.jspecify.annotations.NullMarked;
