/**
 * The codecs: plain, fast reading and writing of the formats AWS speaks.
 *
 * <p>Ground floor, internal: imports the JDK only. Written by hand because every class loaded and
 * every object made here is paid for by the first call of a fresh process. Readers and writers are
 * for one thread and one document at a time.
 */
@NullMarked
package io.boto4j.model.codec;

import org.jspecify.annotations.NullMarked;
