/**
 * The service model as Java objects: services, operations, shapes, members, traits.
 *
 * <p>Ground floor, public API: read-only, thread-safe, read on demand.
 */
@NullMarked
package io.boto4j.model;

import org.jspecify.annotations.NullMarked;
