/** The engine of IAM: users, groups, roles, policies and credentials. */
@NullMarked
package io.boto4j.local.iam;

import org.jspecify.annotations.NullMarked;
