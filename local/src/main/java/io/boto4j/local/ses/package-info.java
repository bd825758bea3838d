/** The engine of SES, version 1: identities, templates, and e-mails, which are kept, not sent. */
@NullMarked
package io.boto4j.local.ses;

import org.jspecify.annotations.NullMarked;
