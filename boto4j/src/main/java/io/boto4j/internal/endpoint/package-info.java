/**
 * The resolution of endpoints: the host that a call is sent to, and how it is signed.
 *
 * <p>Floor 2, internal. The rule set of a service is evaluated with the parameters of the client's
 * configuration and of the call. A service without a rule set is called at its endpoint prefix and
 * region.
 */
@NullMarked
package io.boto4j.internal.endpoint;

import org.jspecify.annotations.NullMarked;
