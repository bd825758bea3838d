/**
 * Which host a call goes to.
 *
 * <p>Floor 2, internal. A service's rule set is run over what the client's configuration and the
 * call say; only a service that has none is called at its endpoint prefix and region.
 */
@NullMarked
package io.boto4j.internal.endpoint;

import org.jspecify.annotations.NullMarked;
