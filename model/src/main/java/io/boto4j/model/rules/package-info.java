/**
 * Endpoint rules in compiled form, and the compiler from the rule sets of botocore and the rule
 * sets and decision diagrams of Smithy.
 *
 * <p>Floor −1.4, above the packs that hold them and below the service model. Internal: exported to
 * boto4j, which runs the rules, and to the model compiler.
 */
@NullMarked
package io.boto4j.model.rules;

import org.jspecify.annotations.NullMarked;
