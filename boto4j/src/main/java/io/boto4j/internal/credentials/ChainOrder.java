package io.boto4j.internal.credentials;

import org.jspecify.annotations.Nullable;

/** The providers of a chain, in order, each created when its turn comes. */
interface ChainOrder {
  /**
   * Creates the provider at a position.
   *
   * @param position the position, from 0
   * @return the provider, or null after the last
   */
  @Nullable ChainedProvider provider(int position);
}
