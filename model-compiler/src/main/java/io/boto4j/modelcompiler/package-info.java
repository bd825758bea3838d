/**
 * The command that turns a folder of service models into model packs.
 *
 * <p>A build tool: it stands beside the runtime floors, not on them.
 */
@NullMarked
package io.boto4j.modelcompiler;

import org.jspecify.annotations.NullMarked;
