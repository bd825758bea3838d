/** The ledger in PostgreSQL, and its summary. */
@NullMarked
package io.boto4j.dashboard.ledger;

import org.jspecify.annotations.NullMarked;
