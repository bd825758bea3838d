/**
 * What an engine is: the behaviour of one service, on values. Engines know nothing of the wire, and
 * those of users implement the same interface as ours.
 */
@NullMarked
package io.boto4j.local.engine;

import org.jspecify.annotations.NullMarked;
