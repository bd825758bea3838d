package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class WarmUpTest {
  private static final String[] NAMES = WarmUp.LATE;

  @ParameterizedTest
  @FieldSource("NAMES")
  void late_everyName_isAClass(String name) {
    assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
  }

  @Test
  void late_names_areThereOnce() {
    assertThat(NAMES).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void run_closedTransport_harmsNobody() {
    SocketTransport transport = new SocketTransport(TransportOptions.defaults());
    transport.close();
    assertThatCode(new WarmUp(transport, false)::run).doesNotThrowAnyException();
    assertThatCode(new WarmUp(transport, true)::run).doesNotThrowAnyException();
  }
}
