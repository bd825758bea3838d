/**
 * Readers and writers of the formats of AWS's protocols: JSON, XML and CBOR.
 *
 * <p>Floor −2, the lowest. Internal: exported to boto4j only. Written by hand because the first
 * call of a fresh process pays for every class that is loaded and every object that is created. A
 * reader or writer is for one document and is not thread-safe.
 */
@NullMarked
package io.boto4j.model.codec;

import org.jspecify.annotations.NullMarked;
