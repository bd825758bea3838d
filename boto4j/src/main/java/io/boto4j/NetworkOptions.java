package io.boto4j;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a client that most clients leave alone, and whose class they do not load. */
final class NetworkOptions implements Cloneable {
  @Nullable Map<String, String> proxies;
  @Nullable ProxiesConfig proxiesConfig;
  boolean verify = true;
  @Nullable Path caBundle;
  @Nullable Path clientCert;
  @Nullable Path clientKey;
  int maxConnections;
  boolean leakDetection;

  NetworkOptions copy() {
    try {
      return (NetworkOptions) super.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
