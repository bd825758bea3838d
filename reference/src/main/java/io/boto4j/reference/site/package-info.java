/** The pages of the site: paths, navigation, and what each template prints. Internal. */
@NullMarked
package io.boto4j.reference.site;

import org.jspecify.annotations.NullMarked;
