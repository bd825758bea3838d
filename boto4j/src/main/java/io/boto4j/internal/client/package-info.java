/**
 * The option table and the creation of clients: one row per option, one resolution of its value
 * (code, environment, profile, defaults mode, constant), and the parts that sessions and clients
 * are made of.
 *
 * <p>Floor 6, below {@code io.boto4j}, which alone uses it. Internal.
 */
@NullMarked
package io.boto4j.internal.client;

import org.jspecify.annotations.NullMarked;
