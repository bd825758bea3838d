/** The programs of docs/observability.md, as a user would write them. */
package io.boto4j.opentelemetry.docs;
