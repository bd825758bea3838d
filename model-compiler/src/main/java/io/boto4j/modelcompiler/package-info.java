/**
 * The command that compiles a folder of service models into model packs.
 *
 * <p>A build tool, not part of the runtime and so on no floor. The command line is its API; the
 * classes are internal.
 */
@NullMarked
package io.boto4j.modelcompiler;

import org.jspecify.annotations.NullMarked;
