/** AWS's texts as safe markup, and as plain summaries. Internal. */
@NullMarked
package io.boto4j.reference.text;

import org.jspecify.annotations.NullMarked;
