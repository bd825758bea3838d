package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LambdaTraceTest {
  @Test
  void trace_inLambda_isThatOfTheInvocationAtWork() {
    String property = "com.amazonaws.xray.traceHeader";
    LambdaTrace process = new LambdaTrace("variable", true);
    String before = System.setProperty(property, "first");
    try {
      assertThat(process.get()).isEqualTo("first");
      System.setProperty(property, "second");
      assertThat(process.get()).isEqualTo("second");
      assertThat(new LambdaTrace("variable", false).get()).isEqualTo("variable");
      System.clearProperty(property);
      assertThat(process.get()).isEqualTo("variable");
      assertThat(new LambdaTrace(null, true).get()).isEmpty();
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }
}
