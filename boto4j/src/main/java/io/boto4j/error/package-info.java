/**
 * The exceptions of boto4j, under one unchecked root, {@link io.boto4j.error.Boto4jException}.
 *
 * <p>Floor 0, public API. Messages keep botocore's text wherever a user would search for it. No
 * exception here carries a secret.
 */
@NullMarked
package io.boto4j.error;

import org.jspecify.annotations.NullMarked;
