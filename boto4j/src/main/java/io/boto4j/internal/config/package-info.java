/**
 * Configuration sources: profile files, the environment, and the lookup that consults them in
 * order.
 *
 * <p>Floor 1, internal. The environment and the home directory are always passed in, never looked
 * up. No file is read until a setting is requested that only a file can supply.
 */
@NullMarked
package io.boto4j.internal.config;

import org.jspecify.annotations.NullMarked;
