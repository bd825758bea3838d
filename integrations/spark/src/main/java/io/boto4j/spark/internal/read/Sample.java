package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** The first items of a read of DynamoDB, from which its schema is derived. */
final class Sample {
  private Sample() {}

  /** Returns the schema of the first items of the first parameter set that has any. */
  static StructType schema(ReadOptions read) {
    for (ParameterSet set : read.sets) {
      List<Map<String, Object>> items =
          Failures.named(read.spec, read.operation, set, () -> items(read, set));
      if (!items.isEmpty()) {
        return ItemTypes.schema(items);
      }
    }
    throw new IllegalArgumentException(
        read.spec.name()
            + " with "
            + read.sets.get(0).describe(read.operation)
            + " returns no item to derive the schema from. Give one:"
            + " spark.read().schema(\"id STRING, …\").");
  }

  private static List<Map<String, Object>> items(ReadOptions read, ParameterSet set) {
    int most = read.sampleSize();
    Map<String, Object> parameters = set.parameters();
    parameters.putIfAbsent("Limit", most);
    Client client = read.client(set.region());
    Iterator<Structure> items = client.items(read.operation.name(), parameters).iterator();
    List<Map<String, Object>> sample = new ArrayList<>();
    while (sample.size() < most && items.hasNext()) {
      sample.add(Attributes.item(items.next()));
    }
    return sample;
  }
}
