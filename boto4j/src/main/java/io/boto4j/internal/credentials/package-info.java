/**
 * The default credentials chain, which asks providers in botocore's order, and the renewal of
 * credentials.
 *
 * <p>Floor 2, internal. A new provider is a class here and a line in {@code DefaultOrder}.
 * Providers call AWS through {@code ServiceCalls}, since clients are created on a higher floor.
 */
@NullMarked
package io.boto4j.internal.credentials;

import org.jspecify.annotations.NullMarked;
