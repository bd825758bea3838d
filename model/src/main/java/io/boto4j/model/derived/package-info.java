/**
 * Resources that follow from the models of services: the rules by which types, their identifiers,
 * actions, collections and waiters are derived.
 *
 * <p>API, on the floor above {@code io.boto4j.model.resource}: {@code ServiceResources} is the
 * entrance; everything else is internal. The model compiler applies the rules to every service, so
 * that programs read the result from the packs.
 */
@NullMarked
package io.boto4j.model.derived;

import org.jspecify.annotations.NullMarked;
