/**
 * Resources: the buckets, tables and instances of AWS as objects, which have identifiers, data,
 * actions and collections; boto3's {@code resource}.
 *
 * <p>API, on the top floor: made of exported packages only. {@code Session.resource} is the
 * entrance. A program that does not use resources loads none of these classes.
 */
@NullMarked
package io.boto4j.resource;

import org.jspecify.annotations.NullMarked;
