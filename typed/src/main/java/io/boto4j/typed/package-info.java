/**
 * API: annotations that name services, operations and members, and {@link io.boto4j.typed.Typed},
 * which makes instances of interfaces that carry them.
 */
@NullMarked
package io.boto4j.typed;

import org.jspecify.annotations.NullMarked;
