/**
 * Where settings come from: profile files, the environment, and the chain that asks them in order.
 *
 * <p>Floor 1, internal (not exported): imports {@code io.boto4j.error} only. Public here means used
 * by other packages of this module. The environment and the home directory are always given, never
 * looked up. No file is touched before something is asked that only a file can answer.
 */
@NullMarked
package io.boto4j.internal.config;

import org.jspecify.annotations.NullMarked;
