/** Requests that engines send to HTTP endpoints near this machine. */
@NullMarked
package io.boto4j.local.delivery;

import org.jspecify.annotations.NullMarked;
