/**
 * The definitions of resources: the types of each service, such as an S3 bucket, and which
 * operations their actions, collections and waiters call.
 *
 * <p>API, on the floor above {@code io.boto4j.model}: data only. {@code io.boto4j.resource} makes
 * the calls. {@code docs/resources.md} describes the text format.
 */
@NullMarked
package io.boto4j.model.resource;

import org.jspecify.annotations.NullMarked;
