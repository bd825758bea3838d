/**
 * Internal: the plugin of javac that checks literal calls and annotated interfaces against the
 * models.
 */
@NullMarked
package io.boto4j.typed.check;

import org.jspecify.annotations.NullMarked;
