/**
 * The server side of AWS's protocols, driven by the models: which operation a request calls, its
 * input, and the response for an output or an error. No class here knows a single service.
 */
@NullMarked
package io.boto4j.local.wire;

import org.jspecify.annotations.NullMarked;
