package io.boto4j.benchmarks.codec;

import com.fasterxml.jackson.core.JsonFactory;
import io.boto4j.benchmarks.run.Documents;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** JSON: reading a Query response of 1 MB, and writing an item. */
@State(Scope.Benchmark)
public class JsonCodec {
  private final JsonFactory jackson = new JsonFactory();
  private final byte[] query = Documents.json(Documents.query());
  private final Map<String, Object> item = Documents.put();

  /** Measures our reader. */
  @Benchmark
  public @Nullable Object readQueryBoto4j() {
    return new JsonReader(query).readValue();
  }

  /** Measures jackson-core. */
  @Benchmark
  public @Nullable Object readQueryJackson() throws IOException {
    return Jackson.read(jackson.createParser(query));
  }

  /** Measures our writer. */
  @Benchmark
  public byte[] writeItemBoto4j() {
    return new JsonWriter().value(item).toByteArray();
  }

  /** Measures jackson-core. */
  @Benchmark
  public byte[] writeItemJackson() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    Jackson.write(jackson.createGenerator(out), item);
    return out.toByteArray();
  }
}
