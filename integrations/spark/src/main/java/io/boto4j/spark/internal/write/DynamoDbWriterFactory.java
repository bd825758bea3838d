package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;

/** The factory of the writers of a task to a DynamoDB table. */
final class DynamoDbWriterFactory implements DataWriterFactory {
  private static final long serialVersionUID = 1L;

  private final DynamoDbWriteSpec spec;
  private final KeySchema keys;
  private final double unitsPerSecond;

  DynamoDbWriterFactory(DynamoDbWriteSpec spec, KeySchema keys, double unitsPerSecond) {
    this.spec = spec;
    this.keys = keys;
    this.unitsPerSecond = unitsPerSecond;
  }

  @Override
  public DataWriter<InternalRow> createWriter(int partition, long task) {
    Client dynamodb = spec.session().client("dynamodb");
    WriteCounts counts = new WriteCounts();
    Client counted = dynamodb.with(counts);
    if (Double.isFinite(unitsPerSecond)) {
      counted = counted.with(new WriteCapacity(TaskLimit.of(unitsPerSecond, dynamodb.session())));
    }
    return new DynamoDbDataWriter(spec, List.copyOf(keys.types().keySet()), counted, counts);
  }
}
