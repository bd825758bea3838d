/**
 * Signed URLs of CloudFront.
 *
 * <p>Floor 7, API; uses exported packages only.
 */
@NullMarked
package io.boto4j.cloudfront;

import org.jspecify.annotations.NullMarked;
