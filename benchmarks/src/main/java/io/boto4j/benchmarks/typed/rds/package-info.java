/** Types of RDS that the build generates for contestants and for the comparison of sizes. */
@Generate(
    service = "rds",
    operations = {"DescribeDBInstances", "StartDBInstance"})
package io.boto4j.benchmarks.typed.rds;

import io.boto4j.typed.Generate;
