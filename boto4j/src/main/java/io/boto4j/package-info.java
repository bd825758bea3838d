/**
 * boto3 for the JVM: name a service, name an operation, pass a map, get a map.
 *
 * <p>Floor 6, public API. {@link io.boto4j.Structure}, {@link io.boto4j.Response}, {@link
 * io.boto4j.ResponseMetadata} and {@link io.boto4j.Attempt} are plain values that every floor may
 * use: they count as floor 0.
 */
@NullMarked
package io.boto4j;

import org.jspecify.annotations.NullMarked;
