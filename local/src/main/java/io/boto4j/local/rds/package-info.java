/** RDS: the control plane of databases, and real servers for PostgreSQL. */
@NullMarked
package io.boto4j.local.rds;

import org.jspecify.annotations.NullMarked;
