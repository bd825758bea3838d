/** Generated types of Amazon RDS. */
@Generate(
    service = "rds",
    operations = {"CreateDBInstance", "DescribeDBInstances", "StartDBInstance", "StopDBInstance"})
package io.boto4j.examples.generated.rds;

import io.boto4j.typed.Generate;
