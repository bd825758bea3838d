package io.boto4j.resource;

import io.boto4j.Structure;
import org.jspecify.annotations.Nullable;

/** The resource that the sources of parameters and identifiers refer to. */
interface Scope {
  /** Returns the value of an identifier by its name in the definition. */
  @Nullable Object identifier(String name);

  /** Returns the data, which is loaded if necessary. */
  Structure data();
}
