/**
 * JMESPath, the query language of paginators, waiters, resources and {@code Structure.search}, over
 * plain Java values.
 *
 * <p>Floor 1, internal. It behaves as the Python package jmespath 1.1.0 does, where that is not in
 * conflict with the specification at jmespath.org; values come from services and expressions
 * perhaps from users, so nesting, length and work are bounded.
 */
@NullMarked
package io.boto4j.internal.jmespath;

import org.jspecify.annotations.NullMarked;
