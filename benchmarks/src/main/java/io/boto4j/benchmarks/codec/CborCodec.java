package io.boto4j.benchmarks.codec;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.boto4j.benchmarks.run.Documents;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.CborWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** CBOR: reading a response of GetMetricData and one like that of Query, and writing an item. */
@State(Scope.Benchmark)
public class CborCodec {
  private final CBORFactory jackson = new CBORFactory();
  private final byte[] metrics = Documents.cbor(Documents.metrics());
  private final byte[] query = Documents.cbor(Documents.query());
  private final Map<String, Object> item = Documents.put();

  /** Measures our reader, with mostly numbers. */
  @Benchmark
  public @Nullable Object readMetricsBoto4j() {
    return new CborReader(metrics).readValue();
  }

  /** Measures jackson-dataformat-cbor, with mostly numbers. */
  @Benchmark
  public @Nullable Object readMetricsJackson() throws IOException {
    return Jackson.read(jackson.createParser(metrics));
  }

  /** Measures our reader, with mostly names and strings. */
  @Benchmark
  public @Nullable Object readQueryBoto4j() {
    return new CborReader(query).readValue();
  }

  /** Measures jackson-dataformat-cbor, with mostly names and strings. */
  @Benchmark
  public @Nullable Object readQueryJackson() throws IOException {
    return Jackson.read(jackson.createParser(query));
  }

  /** Measures our writer. */
  @Benchmark
  public byte[] writeItemBoto4j() {
    return new CborWriter().value(item).toByteArray();
  }

  /** Measures jackson-dataformat-cbor. */
  @Benchmark
  public byte[] writeItemJackson() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    Jackson.write(jackson.createGenerator(out), item);
    return out.toByteArray();
  }
}
