package io.boto4j.spark.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

final class ShapeTypesTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  private static StructType columns(String service, String operation, String... resultKey) {
    OperationModel found = MODELS.find(service).operation(operation);
    return ShapeTypes.columns(ResultPath.shape(found, List.of(resultKey)));
  }

  @Test
  void members_haveTheTypesOfTheirShapes() {
    assertThat(columns("s3", "ListObjectsV2", "Contents").toDDL())
        .isEqualTo(
            "Key STRING,LastModified TIMESTAMP,ETag STRING,ChecksumAlgorithm ARRAY<STRING>,"
                + "ChecksumType STRING,Size BIGINT,StorageClass STRING,Owner STRUCT<DisplayName:"
                + " STRING, ID: STRING>,RestoreStatus STRUCT<IsRestoreInProgress: BOOLEAN,"
                + " RestoreExpiryDate: TIMESTAMP>");
  }

  @Test
  void recursion_becomesTextAtTheThirdStructure() {
    String ddl = columns("dynamodb", "Scan", "Items").toDDL();
    assertThat(ddl)
        .startsWith("value MAP<STRING, STRUCT<S: STRING")
        .contains("M: MAP<STRING, STRING>");
  }

  @Test
  void operations_ofAllServices_haveASchemaOfBearableSize() {
    int operations = 0;
    int largest = 0;
    String name = "";
    for (String service : MODELS.services()) {
      ServiceModel model = MODELS.find(service);
      for (String operation : model.operationNames()) {
        OperationModel each = model.operation(operation);
        int fields = fields(ShapeTypes.columns(each.output()));
        operations++;
        if (fields > largest) {
          largest = fields;
          name = service + "." + operation;
        }
      }
    }
    assertThat(operations).isGreaterThan(15_000);
    assertThat(largest).as(name).isLessThan(100_000);
  }

  private static int fields(DataType type) {
    if (type instanceof StructType struct) {
      int count = 0;
      for (StructField field : struct.fields()) {
        count += 1 + fields(field.dataType());
      }
      return count;
    } else if (type instanceof ArrayType array) {
      return fields(array.elementType());
    }
    return type instanceof MapType map ? fields(map.valueType()) : 0;
  }
}
