/** CloudWatch: metrics, their statistics and expressions, alarms, dashboards. */
@NullMarked
package io.boto4j.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
