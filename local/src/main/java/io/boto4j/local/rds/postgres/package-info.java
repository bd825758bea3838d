/**
 * Real PostgreSQL servers: their binaries, data directories and processes. Nothing here knows of
 * AWS.
 */
@NullMarked
package io.boto4j.local.rds.postgres;

import org.jspecify.annotations.NullMarked;
