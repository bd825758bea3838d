/**
 * The default credentials chain: one provider after another is asked, in botocore's order; and what
 * keeps credentials fresh.
 *
 * <p>Floor 2, internal. A further provider is a class here and a line in {@code DefaultOrder}. One
 * that calls AWS does so through {@code ServiceCalls}, since clients are made some floors above.
 */
@NullMarked
package io.boto4j.internal.credentials;

import org.jspecify.annotations.NullMarked;
