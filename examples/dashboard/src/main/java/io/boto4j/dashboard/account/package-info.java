/** Users, their passwords and their sessions, in DynamoDB. */
@NullMarked
package io.boto4j.dashboard.account;

import org.jspecify.annotations.NullMarked;
