/**
 * The default credentials chain: one provider after another is asked, in botocore's order.
 *
 * <p>Floor 2, internal. A further provider is a class here and a line in {@code DefaultOrder}.
 */
@NullMarked
package io.boto4j.internal.credentials;

import org.jspecify.annotations.NullMarked;
