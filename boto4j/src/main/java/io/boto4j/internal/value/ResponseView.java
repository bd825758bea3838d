package io.boto4j.internal.value;

import io.boto4j.Response;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.model.StructureShape;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The output of an operation, together with its metadata. */
public final class ResponseView extends AbstractStructure implements Response {
  private final Structure output;
  private final ResponseMetadata metadata;

  /**
   * Creates a response.
   *
   * @param output the operation's output
   * @param metadata the metadata of the response
   */
  public ResponseView(Structure output, ResponseMetadata metadata) {
    this.output = output;
    this.metadata = metadata;
  }

  Structure output() {
    return output;
  }

  @Override
  public ResponseMetadata metadata() {
    return metadata;
  }

  @Override
  @Nullable StructureShape shape() {
    return output instanceof AbstractStructure inner ? inner.shape() : null;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return output.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return output.containsKey(name);
  }

  @Override
  public int size() {
    return output.size();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return output.entrySet();
  }

  @Override
  public String toString() {
    return output.toString();
  }
}
