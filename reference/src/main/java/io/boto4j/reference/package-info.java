/**
 * The reference of all services as a web site: served on this machine, or written to a folder. API.
 */
@NullMarked
package io.boto4j.reference;

import org.jspecify.annotations.NullMarked;
