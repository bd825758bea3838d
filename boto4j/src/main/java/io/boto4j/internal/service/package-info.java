/**
 * Internal, floor 5: what a service does beyond its model, for tools that check programs without
 * calling the service.
 */
@NullMarked
package io.boto4j.internal.service;

import org.jspecify.annotations.NullMarked;
