package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** The life of the context that the clients of a session share. */
final class JvmTlsTest {
  @Test
  void factory_isTheSameUntilItIsForgotten() {
    JvmTls tls = new JvmTls();
    SSLSocketFactory first = tls.get();
    tls.warmUp();

    assertThat(tls.get()).isSameAs(first);
    tls.forget();
    assertThat(tls.get()).isNotSameAs(first);
  }

  @Test
  void forget_beforeTheFirstUse_changesNothing() {
    JvmTls tls = new JvmTls();

    tls.forget();

    assertThat(tls.get()).isNotNull();
  }
}
