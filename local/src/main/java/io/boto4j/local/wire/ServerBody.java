package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads bodies of requests, up to a limit. */
final class ServerBody {
  private ServerBody() {}

  /**
   * Reads a whole body.
   *
   * @param in the body
   * @param most the most bytes
   * @return the bytes
   * @throws EngineException if the body is larger
   */
  static byte[] all(InputStream in, int most) throws IOException {
    byte[] body = in.readNBytes(most + 1);
    if (body.length > most) {
      throw new EngineException(
          "RequestEntityTooLarge", "The body is larger than " + most + " bytes", 413, Map.of());
    }
    return body;
  }
}
