/**
 * The reader of Smithy 2.0 models in their JSON form, the source of AWS's newest services.
 *
 * <p>Below the service model, whose sources use it. Internal: exported to the model compiler.
 */
@NullMarked
package io.boto4j.model.smithy;

import org.jspecify.annotations.NullMarked;
