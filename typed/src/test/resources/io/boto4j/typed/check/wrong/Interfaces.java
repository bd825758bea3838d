import io.boto4j.Response;
import io.boto4j.typed.Await;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import java.util.stream.Stream;

@Service("rds")
interface Interfaces {
  record Instance(String dbInstanceIdentifier, String engin) {}

  @Operation("StartDBInstanc")
  Response start(@Param("DBInstanceIdentifier") String id);

  @Operation("StopDBInstance")
  Response stop(@Param("DbInstanceIdentifier") String id);

  @Operation("DescribeDBInstances")
  Stream<Instance> instances(@Param("MaxRecords") String count);

  @Operation("DescribeDBInstances")
  @Result("DBInstances[0].DBInstanceState")
  String state(@Param("DBInstanceIdentifier") String id);

  @Await("DBInstanceAvailabl")
  void awaitAvailable(@Param("DBInstanceIdentifier") String id);
}
