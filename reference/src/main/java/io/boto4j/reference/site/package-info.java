/** The site: the way from a path to its page. Internal. */
@NullMarked
package io.boto4j.reference.site;

import org.jspecify.annotations.NullMarked;
