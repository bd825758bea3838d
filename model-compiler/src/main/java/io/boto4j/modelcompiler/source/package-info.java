/**
 * The sources of models: the file that pins them, the artifacts that it names, and the data folders
 * that are made of these.
 *
 * <p>Below the commands. Internal.
 */
@NullMarked
package io.boto4j.modelcompiler.source;

import org.jspecify.annotations.NullMarked;
