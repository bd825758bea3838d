package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The trait {@code jsonvalue} turns headers into documents, and has no effect in a body. */
final class JsonValueTest {
  private final Recorder recorder = new Recorder().answer(200, "{}");
  private final Client lookout = Sessions.client("lookoutequipment", recorder);

  @Test
  void jsonValue_inBody_isSentAsText() {
    lookout.call("CreateDataset", params("{}"));

    assertThat(Recorder.body(recorder.last())).contains("{\"InlineDataSchema\": \"{}\"}");
  }

  @Test
  void jsonValue_inBodyNotText_isReported() {
    assertThatThrownBy(() -> lookout.call("CreateDataset", params(Map.of("a", 1))))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("DatasetSchema.InlineDataSchema");
  }

  private static Map<String, Object> params(Object schema) {
    return Map.of("DatasetName", "n", "DatasetSchema", Map.of("InlineDataSchema", schema));
  }
}
