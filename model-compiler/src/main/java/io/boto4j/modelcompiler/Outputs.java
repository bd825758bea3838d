package io.boto4j.modelcompiler;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folders to which packs are written.
 *
 * @param models the packs that a program needs at run time
 * @param older those of older API versions; may be the same folder
 * @param docs the documentation, or null to write none
 */
record Outputs(Path models, Path older, @Nullable Path docs) {}
