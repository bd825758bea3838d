package io.boto4j.internal.credentials;

import org.jspecify.annotations.Nullable;

/** The providers of a chain, in order, each made when it is its turn. */
interface ChainOrder {
  /**
   * Makes the provider at a position.
   *
   * @param position 0 for the first to be asked
   * @return the provider, or null behind the last
   */
  @Nullable ChainedProvider provider(int position);
}
