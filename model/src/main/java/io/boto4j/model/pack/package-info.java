/**
 * The model pack: the file format that boto4j reads service models from at run time.
 *
 * <p>Floor −1.6, above the codecs and below the service model. Internal: exported to the model
 * compiler, which writes packs, and to no other module.
 */
@NullMarked
package io.boto4j.model.pack;

import org.jspecify.annotations.NullMarked;
