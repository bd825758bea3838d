/**
 * The service model as Java objects: services, operations, shapes, members, traits.
 *
 * <p>Floor −1, public API. Everything is read-only, thread-safe, and read on demand.
 */
@NullMarked
package io.boto4j.model;

import org.jspecify.annotations.NullMarked;
