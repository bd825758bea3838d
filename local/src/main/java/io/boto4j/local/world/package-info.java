/** Where engines live: accounts and regions, the clock, the store. */
@NullMarked
package io.boto4j.local.world;

import org.jspecify.annotations.NullMarked;
