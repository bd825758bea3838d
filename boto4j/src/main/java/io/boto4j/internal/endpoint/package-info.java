/**
 * Which host a call goes to.
 *
 * <p>Floor 2, internal. The endpoint rule sets will be evaluated here; until they are, a host
 * follows from the service's endpoint prefix and the region.
 */
@NullMarked
package io.boto4j.internal.endpoint;

import org.jspecify.annotations.NullMarked;
